/** Writes the generated pages of the docs; with `--check` it only says which are stale. */

import { readFileSync, writeFileSync } from 'node:fs'
import { verbsMarkdown } from '../scenarios/mod.ts'
import { volumeAndDiskMarkdown } from '../sim/volume/testing/disk-page.ts'

const PAGES = { 'docs/verbs.md': verbsMarkdown(), 'docs/volume-and-disk.md': volumeAndDiskMarkdown() }

for (const [path, text] of Object.entries(PAGES)) {
  if (process.argv.includes('--check')) {
    if (readFileSync(path, 'utf8') === text) continue
    console.error(`${path} is stale: run npm run docs`)
    process.exitCode = 1
  } else writeFileSync(path, text)
}
