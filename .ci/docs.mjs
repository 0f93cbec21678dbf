/** Writes the generated pages of the docs; with `--check` it only says which are stale. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createEngine } from '../engine/mod.ts'
import { requirementsMarkdown } from '../reports/mod.ts'
import { runSuite, SUITE, verbsMarkdown } from '../scenarios/mod.ts'
import { volumeAndDiskMarkdown } from '../sim/volume/testing/disk-page.ts'

const suite = await runSuite(SUITE, { engine: createEngine(), runtime: { name: 'node', version: process.versions.node } })

const PAGES = {
  'docs/verbs.md': verbsMarkdown(),
  'docs/volume-and-disk.md': volumeAndDiskMarkdown(),
  'docs/requirements.md': requirementsMarkdown(suite),
}

for (const [path, text] of Object.entries(PAGES)) {
  if (process.argv.includes('--check')) {
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    console.error(`${path} is stale: run npm run docs`)
    process.exitCode = 1
  } else writeFileSync(path, text)
}
