import { folder, scenario } from 'csclab'

/** Point `folder` at a folder of your own: relative to this file, or `package:NAME` for an installed package. */
export const myFolder = scenario({
  title: 'A folder of my own, edited on both sides, comes out the same on both',
  covers: ['SYNC-05', 'SYNC-07'],
  tags: ['real'],
}, ({ share, sync }) => {
  const mine = share('//hq/mine', { pin: 'user' }, folder('../docs'))
  mine.local.write('on-the-train.txt', 'written on the train')
  mine.server.write('at-the-office.txt', 'written at the office')
  sync(mine, 'in | out | pin-new').returns(0)
  mine.same()
})
