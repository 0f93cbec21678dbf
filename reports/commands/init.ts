/** `csclab init`: a starter project that runs at once. */

import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolder } from '../../scenarios/mod.ts'
import { CsclabError } from '../../sim/mod.ts'
import { VERSION } from '../version.ts'
import { type Command, type Invocation, usage } from './command.ts'

/** The command. */
export const initCommand: Command = {
  name: 'init',
  summary:
    'Makes a starter project: a first scenario and a configuration, in a new folder also package.json. Nothing is overwritten.',
  usage: '[FOLDER]',
  options: [],
  examples: ['csclab init', 'csclab init my-sync-tests'],
  run: (invocation) => Promise.resolve(init(invocation)),
}

const FIRST_SCENARIO = `import { scenario } from 'csclab'

export const editedOnTheTrain = scenario({
  title: 'A file edited on the train reaches the server at the next sync',
  covers: ['SYNC-07', 'F1'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'plan.txt': 'first draft',
    'art/logo.txt': 'csclab',
  })

  docs.local.write('plan.txt', 'edited on the train')
  docs.server.write('art/logo.txt', 'a new logo')

  const round = sync(docs, 'in | out')
  round.returns(0)
  round.noConflicts()
  docs.server.holds('plan.txt', 'edited on the train')
  docs.local.holds('art/logo.txt', 'a new logo')
})
`

const CONFIG = { scenarios: ['scenarios'], out: 'csclab-report' }

function init(invocation: Invocation): number {
  const [folder = '.', ...more] = invocation.positionals
  if (more.length > 0) throw usage('csclab init takes one folder', 'See csclab help init')
  const root = resolve(folder)
  const files = filesOf(root)
  const inTheWay = [...files.keys()].filter((name) => existsSync(join(root, name)))
  if (inTheWay.length > 0) {
    throw usage(
      `${inTheWay.join(' and ')} would be overwritten in "${folder}"`,
      'Name an empty folder: csclab init NAME',
    )
  }
  for (const [name, content] of files) writeNew(join(root, name), content)
  const { out } = invocation
  for (const name of files.keys()) out.write(`made ${join(folder, name)}\n`)
  const enter = folder === '.' ? '' : `cd ${folder} && `
  out.write(`\nNow run:  ${enter}npx csclab run\n`)
  return 0
}

/** The starter's files. A project that is there already keeps its package.json. */
function filesOf(root: string): ReadonlyMap<string, string> {
  const files = new Map([
    ['scenarios/first.ts', FIRST_SCENARIO],
    ['csclab.config.json', `${JSON.stringify(CONFIG, undefined, 2)}\n`],
  ])
  if (!existsSync(join(root, 'package.json'))) {
    const name = basename(root).toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, '')
    const manifest = {
      name: name === '' ? 'sync-tests' : name,
      private: true,
      type: 'module',
      scripts: { test: 'csclab run' },
      devDependencies: { csclab: `^${VERSION}` },
    }
    files.set('package.json', `${JSON.stringify(manifest, undefined, 2)}\n`)
  }
  if (!existsSync(join(root, '.gitignore'))) files.set('.gitignore', 'node_modules/\ncsclab-report/\n')
  return files
}

function writeNew(path: string, content: string): void {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, content, { flag: 'wx' })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new CsclabError('file', `"${path}" cannot be written: ${why}`, {
      hint: 'Choose a folder you may write to',
      cause,
    })
  }
}
