/** Builds `dist`: plain JavaScript with types, and the suite's snapshots beside it. Runs before every `npm pack`. */

import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

function snapshotFolders(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return []
    const path = join(folder, entry.name)
    return entry.name === 'snapshots' ? [path] : snapshotFolders(path)
  })
}

rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
if (status === 0) for (const folder of snapshotFolders('scenarios/suite')) cpSync(folder, join('dist', folder), { recursive: true })
process.exitCode = status ?? 1
