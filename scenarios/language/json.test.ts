/** Tests that scenario files are read with the places of everything in them, and all mistakes of a file come at once. */

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { CsclabError } from '../../sim/mod.ts'
import { parseScenarioJson } from './json.ts'
import { ScenarioMistakes } from './mistakes.ts'
import { positionOf } from './scenario.ts'

const GOOD = `{
  "$schema": "./scenario.schema.json",
  "scenarios": [
    {
      "name": "both-edited",
      "title": "Edited on both sides",
      "covers": ["SYNC-33"],
      "tags": ["conflict"],
      "steps": [
        { "do": "share", "path": "//hq/docs", "tree": { "plan.txt": "first draft", "__proto__": "kept" } },
          { "do": "write", "side": "server", "path": "//hq/docs/plan.txt", "content": "x" }
      ]
    },
    { "name": "policies[keep-local]", "title": "A row", "covers": ["SYNC-29"], "steps": [{ "do": "note", "text": "Hello." }] }
  ]
}
`

/** A file with one scenario of these steps, each on its own line from 3 on. */
function fileOf(...steps: readonly string[]): string {
  return `{ "scenarios": [{ "name": "x", "title": "X", "covers": ["SYNC-05"],
  "steps": [
${steps.join(',\n')}
  ] }] }`
}

/** All mistakes of a text as `line:column message | hint`. */
function mistakesOf(text: string): readonly string[] {
  try {
    parseScenarioJson(text, 'dir/mine.json')
  } catch (error) {
    if (!(error instanceof ScenarioMistakes)) throw error
    return error.mistakes.map(({ message, position, hint }) => {
      assert.is(position?.file, 'dir/mine.json')
      return `${position?.line}:${position?.column} ${message}${hint === undefined ? '' : ` | ${hint}`}`
    })
  }
  return []
}

test('a file gives its scenarios as frozen data', () => {
  const { file, scenarios } = parseScenarioJson(GOOD, 'dir/mine.json')
  assert.is(file, 'dir/mine.json')
  assert.equal(scenarios.map(({ name }) => name), ['both-edited', 'policies[keep-local]'])
  const [first, second] = scenarios.map(({ scenario }) => scenario)
  assert.is(first?.title, 'Edited on both sides')
  assert.equal(first?.covers, ['SYNC-33'])
  assert.equal(first?.tags, ['conflict'])
  assert.is(first?.row, undefined)
  assert.equal(second?.tags, [])
  assert.is(second?.row, 'keep-local')
  const [share] = first?.steps ?? []
  assert.ok(Object.isFrozen(first) && Object.isFrozen(first?.steps) && Object.isFrozen(share))
  assert.ok(share?.do === 'share' && Object.isFrozen(share.tree))
  assert.equal(share?.do === 'share' && Object.keys(share.tree), ['plan.txt', '__proto__'])
})

test('scenarios and steps know their line and column', () => {
  const { scenarios } = parseScenarioJson(GOOD, 'dir/mine.json')
  const places = scenarios.flatMap(({ scenario }) => [scenario, ...scenario.steps].map(positionOf))
  assert.equal(places.map((place) => [place?.file, place?.line, place?.column]), [
    ['dir/mine.json', 4, 5],
    ['dir/mine.json', 10, 9],
    ['dir/mine.json', 11, 11],
    ['dir/mine.json', 14, 5],
    ['dir/mine.json', 14, 90],
  ])
})

test('line ends of Windows and a byte order mark change no place', () => {
  const { scenarios } = parseScenarioJson(`\ufeff${GOOD.replaceAll('\n', '\r\n')}`, 'x.json')
  assert.is(scenarios.map(({ scenario }) => positionOf(scenario)?.line).join(), '4,14')
})

test('all mistakes of a file come at once, in the order of the file', () => {
  const text = `{ "scenarios": [
  { "name": "Bad", "title": "", "covers": ["SYNC-99"], "tag": [], "steps": [
    { "do": "wrte" },
    { "do": "write", "side": "sever", "path": "hq/x", "contents": "x" },
    { "do": "note", "text": "x", "text": "y" },
    { "do": "sync", "paths": ["//hq/docs", 5], "flags": "inn | out", "crash": { "whn": "before", "request": "comit" } },
    { "do": "share", "path": "//hq/docs", "tree": { "a": { "b": 5 } } }, 7
  ] },
  { "name": "good", "title": "Good", "covers": ["SYNC-05"], "steps": [
    { "do": "share", "path": "//hq/docs", "tree": {} },
    { "do": "touch", "side": "server", "path": "//hq/dcos/a" },
    { "do": "expect-return", "round": 1, "code": 0 }
  ] },
  { "name": "good" }
] }`
  assert.equal(mistakesOf(text), [
    '2:13 "name" of the scenario must be small letters, digits and single dashes, not "Bad" | ' +
    'Such as "both-edited", or "policies[keep-local]" for a row of a table',
    '2:29 "title" of the scenario must be a text that is not empty, not ""',
    '2:44 "covers[0]" of the scenario must be the id of a requirement, not "SYNC-99" | Did you mean "SYNC-09"?',
    '2:56 The scenario has no field "tag" | Did you mean "tags"?',
    '3:13 Unknown verb "wrte" | Did you mean "write"?',
    '4:5 The step "write" lacks "content" | Add "content": What it holds afterwards.',
    '4:30 "side" of the step "write" must be one of "server", "local", not "sever" | Did you mean "server"?',
    '4:47 "path" of the step "write" must begin with "//", not "hq/x" | Write "//server/share/name"',
    '4:55 The step "write" has no field "contents" | Did you mean "content"?',
    '5:34 The field "text" is written twice | Leave one of them out',
    '6:44 "paths[1]" of the step "sync" must be a path such as "//server/share/name", not 5',
    '6:57 Unknown sync flag "inn" | Did you mean "in"?',
    '6:79 The crash lacks "when" | Add "when": Before the request has taken effect, or after it.',
    '6:81 The crash has no field "whn" | Did you mean "when"?',
    '6:109 "crash.request" of the step "sync" must be a known word, not "comit" | Did you mean "commit"?',
    '7:65 "tree.a.b" of the step "share" must be a text, { "bytes": SIZE, "seed": NUMBER }, { "base64": TEXT }, ' +
    '{ "size": BYTES, "parts": LIST } or { "link": PATH }, not 5',
    '7:74 The step must be an object with "do" and more, not 7',
    '11:48 "//hq/dcos/a" lies on no share of this scenario | Did you mean "//hq/docs"?',
    '12:39 There is no call 1 before this step | Put a step "sync" before it',
    '14:3 The scenario lacks "title" | Add "title": One sentence that tells what is shown, for people who did not write it.',
    '14:3 The scenario lacks "covers" | Add "covers": Ids of the promises, choices, states and field patterns it stands for.',
    '14:3 The scenario lacks "steps" | Add "steps": What happens and what is expected, in order.',
    '14:13 Two scenarios have the name "good" | Give one of them another name',
  ])
})

test('mistakes inside of calls, trees and policies lie where they are written', () => {
  const text = fileOf(
    '{ "do": "share", "path": "//hq/docs", "tree": { "a": { "size": 1, "parts": [{ "at": 1, "content": "x" }] }, "{u+1}": "" } }',
    '{ "do": "sync", "paths": null, "flags": 0, "faults": [{ "request": "list", "then": { "fail": "5" } }] }',
    '{ "do": "sync", "paths": null, "flags": 0, "during": [{ "request": "list", "steps": [{ "do": "write", "side": "local" }] }] }',
  )
  assert.equal(mistakesOf(text), [
    '3:54 The part at 1 ends at 2, behind the end of the file at 1 | Make "size" larger or the part shorter',
    '3:109 Unknown escape "{u+1}" in a name | Escapes are {nfd:é}, {nfc:é} and {u+00e9}: assigned letters, or 4 to 6 ' +
    'hexadecimal digits, but no slash or brace',
    '4:94 "faults[0].then.fail" of the step "sync" must be a Win32 code from 1 to 4294967295, not "5"',
    '5:86 The step "write" lacks "path" | Add "path": The file.',
    '5:86 The step "write" lacks "content" | Add "content": What it holds afterwards.',
  ])
  const related = fileOf(
    '{ "do": "share", "path": "//hq/{nfd:é}", "tree": {} }',
    '{ "do": "sync", "paths": ["//hq/{nfd:é}"], "flags": 0, "user": "bob", "crash": { "when": "after" }, "during": [{ "request": "list", "steps": [{ "do": "touch", "side": "local", "path": "//hq/é" }, { "do": "close", "handle": "x" }] }] }',
    '{ "do": "set-clock", "client": "phone", "ahead": 1 }',
  )
  assert.equal(mistakesOf(related), [
    '4:64 There is no user "bob" | The users of this scenario are "alice"; make it first, with a step "user"',
    '4:80 "crash" of the step "sync" lacks "request" or "address" | Say at which kind of request it happens, or at which address',
    '4:185 "//hq/é" lies on no share of this scenario | Did you mean "//hq/e\u0301"?',
    '4:224 No file is open under the name "x" | No file is open here',
    '5:32 There is no client "phone" | The clients of this scenario are "laptop"; make it first, with a step "client"',
  ])
})

test('the error is one of csclab, at the first mistake, and tells them all', () => {
  try {
    parseScenarioJson(fileOf('{ "do": "wrte" }', '{ "do": "remoev" }'), 'mine.json')
    assert.unreachable()
  } catch (error) {
    assert.instance(error, CsclabError)
    assert.instance(error, ScenarioMistakes)
    if (!(error instanceof ScenarioMistakes)) return
    assert.is(error.code, 'scenario')
    assert.equal(error.position, { file: 'mine.json', line: 3, column: 9 })
    assert.is(
      error.message,
      'mine.json:3:9: Unknown verb "wrte"\n  Did you mean "write"?\n' +
        'mine.json:4:9: Unknown verb "remoev"\n  Did you mean "remove"?',
    )
  }
})

test('comments and trailing commas are mistakes, and hide no others', () => {
  assert.equal(
    mistakesOf(fileOf('// setting up', '{ "do": "wrte", }', '/* and */ { "do": "note", "text": "x" },')),
    [
      '3:1 JSON has no comments | Remove it, or say it in a step "note"',
      '4:9 Unknown verb "wrte" | Did you mean "write"?',
      '4:17 A comma stands behind the last value | Remove it',
      '5:1 JSON has no comments | Remove it, or say it in a step "note"',
      '6:3 A comma stands behind the last value | Remove it',
    ],
  )
})

test('two trailing commas on one line are two mistakes', () => {
  const found = mistakesOf(fileOf('{ "do": "wrte", "paths": [1,], "flags": "in", }'))
  assert.equal(found.map((text) => text.split(' ').slice(0, 3).join(' ')), [
    '3:9 Unknown verb',
    '3:29 A comma',
    '3:47 A comma',
  ])
})

test('what is no JSON is told once, where it is', () => {
  const wrong: readonly (readonly [text: string, mistake: string])[] = [
    ['', '1:1 A value is missing'],
    ['{\n  "scenarios": [\n    { "name": "x" "title": "X" }\n] }', '3:19 A comma is missing'],
    ['{ "scenarios" [] }', '1:15 A colon is missing'],
    [
      '{ scenarios: [] }',
      '1:3 This is no JSON value | Texts stand in double quotes; other words are true, false and null',
    ],
    ['{ "scenarios": [] } {}', '1:21 There is something behind the end of the file’s value'],
    ['{ "scenarios": [', '1:17 A "]" is missing'],
    [
      '{ "scenarios": ["x\n"] }',
      '1:17 The text has no closing quote | Write line breaks inside texts as \\n',
    ],
    ['{ "scenarios": ["\\q"] }', '1:17 No such escape | Write a backslash as \\\\'],
    [
      '{ "scenarios": ["a\tb"] }',
      '1:17 A control character stands in a text | Write tabs as \\t, others as \\u00XX',
    ],
  ]
  for (const [text, mistake] of wrong) assert.equal(mistakesOf(text), [mistake], text)
})

test('a file that is no list of scenarios', () => {
  assert.equal(mistakesOf('[]').slice(0, 1), [
    '1:1 The file lacks "scenarios" | Add "scenarios": The scenarios, each with its own name.',
  ])
  assert.equal(mistakesOf('{ "scenarios": {} }'), [
    '1:16 "scenarios" of the file must be a list of scenarios',
  ])
  assert.equal(mistakesOf('{ "scenarios": [] }'), [
    '1:16 "scenarios" of the file must hold at least one scenario',
  ])
  assert.equal(mistakesOf('5'), ['1:1 The file must be an object with "$schema", "scenarios", not 5'])
})

test('names are small letters, digits and single dashes, and a row in brackets', () => {
  const named = (name: string): readonly string[] =>
    mistakesOf(fileOf('{ "do": "note", "text": "x" }').replace('"x"', JSON.stringify(name)))
  for (const name of ['a', 'a-1', '2010-times', 'policies[keep-local]', 'x[C3.1_b]']) {
    assert.equal(named(name), [], name)
  }
  for (const name of ['', 'A', 'a--b', '-a', 'a_b', 'a[]', 'a[b', 'a[b][c]', 'a/b']) {
    assert.is(named(name).length, 1, name)
  }
})

test.run()
