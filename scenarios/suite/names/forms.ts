/** Other ways to write a name that Windows knows: short aliases, streams, dots and spaces at the end, devices. */

import { type Kit, type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const shortAlias: readonly Scenario[] = scenarioTable(
  {
    title:
      'A short alias such as PROGRA~1 is not looked up: nothing of that name is cached, so the call returns 2',
    covers: ['SYNC-34', 'P14.5'],
  },
  { 'folder': 'PROGRA~1', 'file': 'PLANSO~1.TXT' },
  ({ share, sync, raw }, alias) => {
    const docs = share('//hq/docs', { pin: 'user' }, {
      'Program Files': null,
      'plans of 2010.txt': 'the plans',
    })
    docs.local.write('Program Files/new.txt', 'made here')
    docs.local.write('plans of 2010.txt', 'edited here')
    sync(raw(`\\\\hq\\docs\\${alias}`), 'in | out').returns(2)
    docs.server.tree({ 'Program Files': null, 'plans of 2010.txt': 'the plans' })
  },
)

export const tildeInName: Scenario = scenario({
  title: 'A file that is called like an alias has that name and no other, and travels under it',
  covers: ['SYNC-07', 'SYNC-09', 'P14.5'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'Program Files': null,
    'plans of 2010.txt': 'the plans',
  })
  docs.local.write('PROGRA~1', 'a file')
  docs.server.write('PLANSO~1.TXT', 'another file')
  sync(docs, 'in | out | pin-new').items(['PLANSO~1.TXT', 'PROGRA~1'])
  docs.server.tree({
    'Program Files': null,
    'plans of 2010.txt': 'the plans',
    'PROGRA~1': 'a file',
    'PLANSO~1.TXT': 'another file',
  })
  docs.same()
})

export const namedStream: readonly Scenario[] = scenarioTable(
  {
    title: 'A path that names a stream is refused, the stream that holds the content included: 123',
    covers: ['SYNC-34', 'P14.6', 'P1.10'],
  },
  {
    'stream': '\\\\hq\\docs\\plan.txt:Zone.Identifier',
    'content': '\\\\hq\\docs\\plan.txt::$DATA',
    'of-folder': '\\\\hq\\docs\\art:$I30:$INDEX_ALLOCATION\\logo.txt',
  },
  refused,
)

export const trailing: readonly Scenario[] = scenarioTable(
  {
    title: 'A name that ends in a dot or a space would be another name without it, so it is refused: 123',
    covers: ['SYNC-34', 'P14.7', 'P1.10'],
  },
  {
    'dot': '\\\\hq\\docs\\plan.txt.',
    'space': '\\\\hq\\docs\\plan.txt ',
    'folder-dot': '\\\\hq\\docs\\art.\\logo.txt',
    'folder-space': '\\\\hq\\docs\\art \\logo.txt',
  },
  refused,
)

export const devices: readonly Scenario[] = scenarioTable(
  {
    title: 'Names of devices are refused, with any extension, in any case and at any depth: 123',
    covers: ['SYNC-34', 'P14.8', 'P1.10'],
  },
  {
    'nul': '\\\\hq\\docs\\NUL',
    'with-extension': '\\\\hq\\docs\\con.txt',
    'numbered': '\\\\hq\\docs\\Com1.log',
    'folder': '\\\\hq\\docs\\aux\\plan.txt',
  },
  refused,
)

export const almostDevices: Scenario = scenario({
  title: 'Names that only begin like a device’s are names: they travel both ways',
  covers: ['SYNC-07', 'SYNC-09', 'P14.8'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {})
  docs.local.write('console.txt', 'made here')
  docs.local.write('com10.txt', 'made here too')
  docs.server.write('nullable.txt', 'made there')
  sync(docs, 'in | out | pin-new').items(['com10.txt', 'console.txt', 'nullable.txt'])
  docs.same()
})

/** The call names something else besides, which is left alone as well. */
function refused({ share, sync, raw }: Kit, path: string): void {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft', 'art/logo.txt': 'csclab' })
  docs.local.write('plan.txt', 'edited here')
  const round = sync([docs, raw(path)], 'in | out')
  round.returns(123)
  round.progress([])
  docs.server.holds('plan.txt', 'first draft')
}
