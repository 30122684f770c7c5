import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'tailwindcss'
import { expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const app = join(here, '../..')
const tailwind = createRequire(import.meta.url).resolve('tailwindcss/index.css')

/** Every class written as plain text in a page or component, with the file that writes it. */
function writtenClasses(): Map<string, string> {
  const found = new Map<string, string>()
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.tsx'))) {
    const text = readFileSync(join(app, file), 'utf8')
    for (const [, list = ''] of text.matchAll(/className="([^"]+)"/g)) {
      for (const name of list.split(/\s+/)) found.set(name, file)
    }
  }
  return found
}

// The palette and sizes of Tailwind are switched off: `text-gray-500` would be silently without
// effect. Such a name fails here instead.
test('every class a page writes exists in the style sheet', async () => {
  const compiler = await compile(readFileSync(join(here, 'app.css'), 'utf8'), {
    base: here,
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? tailwind : join(base, id)
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
    },
  })
  const written = writtenClasses()
  const apart = ['map.css', 'board.css']
    .map((sheet) => readFileSync(join(here, sheet), 'utf8'))
    .join('')
  const css = apart + compiler.build([...written.keys()]).replaceAll('\\', '')
  const unknown = [...written].filter(([name]) => !css.includes(`.${name}`))
  expect(unknown.map(([name, file]) => `${file}: ${name}`)).toEqual([])
})
