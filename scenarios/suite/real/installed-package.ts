/** Real input: the share is a folder of the disk. */

import { folder, type Scenario, scenario } from '../../language/mod.ts'

export const installedPackage: Scenario = scenario({
  title: 'Several hundred files of an installed package, edited on both sides, come out the same on both',
  covers: ['SYNC-02', 'SYNC-05', 'SYNC-07'],
  tags: ['real'],
}, ({ share, sync }) => {
  const code = share('//hq/code', { pin: 'user' }, folder('package:@jsonjoy.com/json-pack'))
  code.local.write('package.json', '{ "edited": "on the train" }')
  code.local.mkdir('notes')
  code.local.write('notes/review.md', 'looks good')
  code.server.write('README.md', 'rewritten at the office')
  code.server.remove('LICENSE')

  const round = sync(code, 'in | out')
  round.returns(0)
  round.noConflicts()
  round.items(['notes', 'notes/review.md', 'package.json', 'README.md', 'LICENSE'])
  code.server.holds('package.json', '{ "edited": "on the train" }')
  code.local.holds('README.md', 'rewritten at the office')
  code.same()
  sync(code, 'in | out').items([])
})
