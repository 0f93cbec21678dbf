import { bytes, scenario } from 'csclab'
export const bothEdited = scenario({
  title: 'Edited on both sides without a policy: the conflict stays open',
  covers: ['SYNC-33', 'STATE-12', 'F3'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, {
    'plan.txt': 'first draft',
    'art/logo.png': bytes(4096),
  })
  docs.server.write('plan.txt', 'edited at the office')
  docs.local.write('plan.txt', 'edited on the train')
  const round = sync(docs, 'in | out')
  round.returns(0)
  round.conflict('plan.txt', 'FileChangedOnClient_ChangedOnServer')
  docs.server.holds('plan.txt', 'edited at the office')
  docs.local.holds('plan.txt', 'edited on the train')
})
