/** Names of many letters: unit by unit they are compared, by a fixed table of capitals and by nothing else. */

import { type Scenario, scenario, scenarioTable } from '../../language/mod.ts'

export const twoNames: readonly Scenario[] = scenarioTable(
  {
    title: 'Two names that look alike, or that some language takes for one, are the names of two files',
    covers: ['SYNC-07', 'F59', 'P14.1', 'P15.26'],
  },
  {
    'composed-and-decomposed': ['{nfc:café}.txt', '{nfd:café}.txt'],
    'marks-in-another-order': ['a{u+0323}{u+0307}.txt', 'a{u+0307}{u+0323}.txt'],
    'hangul': ['{nfc:한글}.txt', '{nfd:한글}.txt'],
    'angstrom-and-ring': ['{u+212b}.txt', '{u+00c5}.txt'],
    'sharp-s-and-two': ['straße.txt', 'STRASSE.txt'],
    'sharp-s-and-its-capital': ['straße.txt', 'stra{u+1e9e}e.txt'],
    'dotless-i': ['{u+0131}.txt', 'I.txt'],
    'capital-i-with-dot': ['{u+0130}.txt', 'i.txt'],
    'kelvin': ['{u+212a}.txt', 'k.txt'],
    'long-s': ['{u+017f}.txt', 's.txt'],
    'micro-and-mu': ['{u+00b5}.txt', '{u+03bc}.txt'],
    'ligature': ['{u+fb01}le.txt', 'file.txt'],
    'fullwidth': ['ｐｌａｎ.txt', 'plan.txt'],
    'beyond-the-first-plane': ['{u+10428}.txt', '{u+10400}.txt'],
    'halves-of-pairs': ['{u+d83d}.txt', '{u+de00}.txt'],
    'half-and-whole': ['{u+d83d}.txt', '😀.txt'],
    'emoji-presentation': ['{u+2764}.txt', '{u+2764}{u+fe0f}.txt'],
    'family': ['👨‍👩‍👧.txt', '👨👩👧.txt'],
    'zero-width': ['plan.txt', 'pl{u+200b}an.txt'],
    'hyphens': ['a-b.txt', 'a{u+2010}b.txt'],
    'cyrillic-a': ['a.txt', '{u+0430}.txt'],
  },
  ({ share, sync }, [first = '', second = '']) => {
    const docs = share('//hq/docs', { pin: 'user' }, { [first]: 'the first' })
    docs.local.write(second, 'the second')
    sync(docs, 'in | out').items([second])
    docs.server.tree({ [first]: 'the first', [second]: 'the second' })
    docs.local.append(first, ', edited here')
    docs.server.append(second, ', edited there')
    sync(docs, 'in | out').noConflicts()
    docs.server.holds(first, 'the first, edited here')
    docs.local.holds(second, 'the second, edited there')
    docs.local.remove(first)
    sync(docs, 'in | out').items([first])
    docs.server.tree({ [second]: 'the second, edited there' })
    docs.same()
  },
)

export const oneName: readonly Scenario[] = scenarioTable(
  {
    title: 'Two spellings whose letters have the same capitals, one by one, are the name of one file',
    covers: ['SYNC-07', 'P14.1', 'P2.17', 'P15.35'],
  },
  {
    'ascii': ['plan.txt', 'PLAN.TXT'],
    'accents': ['{nfc:été}.txt', '{nfc:ÉTÉ}.txt'],
    'accents-decomposed': ['{nfd:été}.txt', '{nfd:ÉTÉ}.txt'],
    'y-with-dots': ['{u+00ff}.txt', '{u+0178}.txt'],
    'greek': ['λόγος.txt', 'ΛΌΓΟΣ.txt'],
    'final-sigma': ['λόγος.txt', 'λόγοσ.txt'],
    'cyrillic': ['план.txt', 'ПЛАН.txt'],
    'fullwidth': ['ｐｌａｎ.txt', 'ＰＬＡＮ.txt'],
    'sharp-s-among-others': ['straße.txt', 'STRAßE.txt'],
  },
  ({ share, sync }, [stored = '', typed = '']) => {
    const docs = share('//hq/docs', { pin: 'user' }, { [stored]: 'first draft' })
    docs.local.write(typed, 'edited here')
    sync(docs.at(typed), 'in | out').items([docs.at(stored)])
    docs.server.tree({ [stored]: 'edited here' })
    docs.server.spelling(stored)
    docs.server.write(typed, 'edited there')
    sync(docs, 'in | out').items([stored])
    docs.local.holds(stored, 'edited there')
    docs.same()
  },
)

export const besideEachOther: Scenario = scenario({
  title:
    'A folder of words spelled composed, and the same spelled decomposed: two folders, in both the same names twice',
  covers: ['SYNC-05', 'SYNC-09', 'F59', 'P14.1', 'P2.18'],
}, ({ share, sync }) => {
  const docs = share('//hq/docs', { pin: 'user' }, { 'plan.txt': 'first draft' })
  for (const folder of ['{nfc:é}', '{nfd:é}']) {
    docs.server.mkdir(folder)
    for (const name of ['{nfc:ü}', '{nfd:ü}']) docs.server.write(`${folder}/${name}`, `${folder} ${name}`)
  }
  const round = sync(docs, 'in | pin-new | pin-user')
  round.returns(0)
  round.items([
    '{nfd:é}',
    '{nfd:é}/{nfd:ü}',
    '{nfd:é}/{nfc:ü}',
    '{nfc:é}',
    '{nfc:é}/{nfd:ü}',
    '{nfc:é}/{nfc:ü}',
  ])
  docs.local.holds('{nfc:é}/{nfd:ü}', '{nfc:é} {nfd:ü}')
  docs.same()
})

export const inOrder: readonly Scenario[] = scenarioTable(
  {
    title: 'Items come in the order of the units of their names in capitals: no language has a say in it',
    covers: ['SYNC-38', 'P2.18', 'P14.1'],
  },
  { 'made': true, 'deleted': false },
  ({ share, sync }, isMade) => {
    const names = ['😀', 'ж', 'Z', 'b', '_', '中', '9', 'É', '10', 'a', 'ß', '{u+ff21}', 'ı']
    const files = Object.fromEntries(names.map((name) => [name, name]))
    const docs = share('//hq/docs', { pin: 'user' }, isMade ? {} : files)
    for (const name of names) {
      if (isMade) docs.local.write(name, name)
      else docs.local.remove(name)
    }
    const round = sync(docs, 'in | out')
    round.items(['10', '9', 'a', 'b', 'Z', '_', 'É', 'ß', 'ı', 'ж', '中', '😀', '{u+ff21}'])
    docs.same()
  },
)
