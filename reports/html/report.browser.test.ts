import axe from 'axe-core'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SUITE } from '../testing/fixture.ts'
import { EVIL_ID } from '../testing/fixture-hostile.ts'
import { anchorOf, linkTo } from './markup.ts'
import { reportHtml } from './report.ts'

const CHROMIUM = process.env['CSCLAB_CHROMIUM'] ?? '/usr/bin/chromium'

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
]

const folder = mkdtempSync(join(tmpdir(), 'csclab-report-'))
const file = join(folder, 'index.html')
const address = pathToFileURL(file).href

let browser: Browser | undefined

/** Starts the browser for the first test. Not in a `before` hook: what fails there fails no test. */
async function start(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`No browser at ${CHROMIUM}: install Debian's chromium, or name one in CSCLAB_CHROMIUM`)
  }
  writeFileSync(file, reportHtml(SUITE))
  return await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
}

/** Opens the report, or a place in it, does something and closes it again. */
async function visit(
  work: (page: Page) => Promise<void>,
  options: BrowserContextOptions & { readonly at?: string } = {},
): Promise<void> {
  const { at = '', ...context } = options
  browser ??= await start()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...context })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  try {
    await page.goto(`${address}${at}`)
    await work(page)
    assert.equal(errors, [])
  } finally {
    await page.close()
  }
}

const VISIBLE = `[...document.querySelectorAll('.scenario')].filter((one) => one.checkVisibility())
  .map((one) => one.querySelector('.id').textContent)`

const OPEN_ALL = `for (const one of document.querySelectorAll('details')) one.open = true`

test.after(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

test('the filter takes words, verdicts, tags and their opposites', async () => {
  await visit(async (page) => {
    const filter = page.locator('#scenarios input[type=search]')
    const shown = async (query: string): Promise<number> => {
      await filter.fill(query)
      return (await page.evaluate<string[]>(VISIBLE)).length
    }
    assert.is(await shown(''), 13)
    assert.is(await shown('s:failed'), 2)
    assert.is(await shown('s:failed s:broken'), 3)
    assert.is(await shown('@smoke'), 3)
    assert.is(await shown('@smoke !conflicts'), 2)
    assert.is(await shown('state-12'), 2)
    assert.is(await shown('KEEP-LATEST wins'), 1)
    assert.is(await page.locator('#scenarios .shown').innerText(), 'showing 1 of 13 scenarios')
    assert.is(await page.locator('.cell.off').count(), 12)
    assert.is(await shown('nothing like it'), 0)
    assert.is(await page.locator('.chapter').filter({ visible: true }).count(), 0)
  })
})

test('chips and the box say the same, and the keyboard suffices', async () => {
  await visit(async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('transfer')
    const passed = page.locator('#scenarios .chip.pass')
    await passed.focus()
    await page.keyboard.press('Enter')
    assert.is(await page.locator('#scenarios input').inputValue(), 'transfer s:passed')
    assert.is(await passed.getAttribute('aria-pressed'), 'true')
    assert.is((await page.evaluate<string[]>(VISIBLE)).length, 4)
    await page.keyboard.press('Space')
    assert.is(await page.locator('#scenarios input').inputValue(), 'transfer')
  })
})

test('requirements open and can be narrowed to the uncovered', async () => {
  await visit(async (page) => {
    await page.locator('#requirements > summary').click()
    await page.locator('#requirements input').fill('s:uncovered console')
    const rows = page.locator('#requirements tr.row').filter({ visible: true })
    assert.ok(await rows.count() > 0 && await rows.count() < 30)
    assert.match(await rows.first().innerText(), 'uncovered')
  })
})

test('a deep link opens its story, also when a filter hid it', async () => {
  const id = 'transfer/edited-offline'
  const story = (page: Page) => page.locator(`[id="${anchorOf(id)}"]`)
  await visit(async (page) => assert.is(await story(page).isVisible(), true), { at: linkTo(id) })
  await visit(async (page) => {
    assert.is(await story(page).isVisible(), false)
    await page.locator('#scenarios input').fill('s:failed')
    await page.locator(`.map a[href="${linkTo(id)}"]`).click()
    await story(page).waitFor({ state: 'visible' })
    assert.is(await page.locator('#scenarios input').inputValue(), '')
  })
})

test('a hostile id can be linked to', async () => {
  await visit(async (page) => {
    await page.evaluate(`document.querySelector('.scenario').open = false`)
    await page.locator(`.map a[href="${linkTo(EVIL_ID)}"]`).click()
    await page.locator(`[id="${anchorOf(EVIL_ID)}"]`).waitFor({ state: 'visible' })
  })
})

test('without scripts everything can be read, and links still open stories', async () => {
  const id = 'names/case-only[readme]'
  await visit(async (page) => {
    assert.is(await page.locator(`[id="${anchorOf(id)}"]`).isVisible(), true)
    assert.is(await page.locator('form.filter').filter({ visible: true }).count(), 0)
    await page.locator('#requirements > summary').click()
    assert.is(await page.locator('#requirements table').isVisible(), true)
    assert.is(await page.locator('.scenario').filter({ visible: true }).count(), 13)
  }, { javaScriptEnabled: false, at: linkTo(id) })
})

test('the policy stops injected scripts, and loads nothing', async () => {
  await visit(async (page) => {
    const ends: string[] = []
    page.on('requestfinished', (request) => ends.push(request.url()))
    page.on('requestfailed', (request) => ends.push(request.failure()?.errorText ?? ''))
    await page.evaluate(`{
      const script = document.createElement('script')
      script.textContent = 'window.injected = 1'
      document.body.append(script)
      const image = document.createElement('img')
      image.setAttribute('onerror', 'window.injected = 2')
      image.src = 'https://example.invalid/x.png'
      document.body.append(image)
    }`)
    await page.waitForTimeout(100)
    assert.equal(await page.evaluate('[window.injected, window.evil]'), [undefined, undefined])
    assert.equal(ends, ['csp'])
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme} colours axe finds nothing, everything open`, async () => {
    await visit(async (page) => {
      await page.evaluate(axe.source)
      await page.evaluate(OPEN_ALL)
      const found = await page.evaluate<string[]>(
        `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + failureSummary)))`,
      )
      assert.equal(found, [])
    }, { colorScheme })
  })

  test(`in ${colorScheme} colours the page fits into every width`, async () => {
    for (const width of [360, 1280]) {
      await visit(async (page) => {
        const background = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
        assert.is(/^rgb\(\d\d, /.test(background), colorScheme === 'dark', background)
        const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
        assert.is(await page.evaluate(tooWide), 0)
        await page.evaluate(OPEN_ALL)
        assert.is(await page.evaluate(tooWide), 0, `${width} px, all open`)
      }, { colorScheme, viewport: { width, height: 800 } })
    }
  })
}

test('a deep link leads to the top of its story', async () => {
  const id = 'pins/redirected'
  await visit(async (page) => {
    const box = await page.locator(`details:has(> [id="${anchorOf(id)}"])`).boundingBox()
    assert.ok(box !== null && box.y >= 0 && box.y < 700, `the story begins at ${box?.y}`)
  }, { at: linkTo(id), viewport: { width: 1280, height: 700 } })
})

test('in print what is open stays open and no table is cut', async () => {
  await visit(async (page) => {
    await page.evaluate(OPEN_ALL)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    assert.is(await page.locator(`[id="${anchorOf('transfer/edited-offline')}"]`).isVisible(), true)
    assert.is(await page.locator('form.filter').filter({ visible: true }).count(), 0)
    assert.is(await page.evaluate('getComputedStyle(document.body).colorScheme'), 'light')
    const cut = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.wide')].filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.getAttribute('aria-label') + ' ' + one.scrollWidth)`,
    )
    assert.equal(cut, [])
  }, { viewport: { width: 718, height: 1000 } })
})

test.run()
