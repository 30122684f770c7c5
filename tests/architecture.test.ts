import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Import, packageOf, type Source, sources } from '#tests/support/sources.ts'

// The arrows of the layout. A file that may break a rule stands here with its reason.

const files = sources()
const product = files.filter((file) => !file.isTest)

/** A part of the tree, and what its files may import of ours. */
interface Layer {
  readonly name: string
  readonly holds: RegExp
  readonly may: readonly RegExp[]
  /** Whose types alone may be named: they are gone before anything runs. */
  readonly mayType?: RegExp
}

const domain = /^app\/domain\//
const pureDomain = /^app\/domain\/(?!.*\.server\.ts$)/
const i18n = /^app\/i18n\//
const generated = /\/\+types\//
const ui = /^app\/ui\//
const server = /^app\/server\//

// The first that holds a file counts.
const layers: readonly Layer[] = [
  { name: 'db', holds: /^db\//, may: [/^db\//] },
  { name: 'search', holds: /^search\//, may: [/^search\//] },
  { name: 'i18n', holds: i18n, may: [i18n] },
  { name: 'ui', holds: ui, may: [ui, pureDomain] },
  {
    name: 'domain, use cases',
    holds: /^app\/domain\/.*\.server\.ts$/,
    may: [domain, /^db\//, /^search\//, i18n],
  },
  {
    name: 'domain, pure',
    holds: domain,
    may: [pureDomain, /^app\/i18n\/locales\.ts$/],
    mayType: /^search\//,
  },
  {
    name: 'routes',
    holds: /^app\/(routes\/|routes\.ts$|root\.tsx$)/,
    // A loader may read through a query; what writes is a use case (see the test on writing queries).
    may: [/^app\/routes\//, domain, server, ui, i18n, generated, /^db\/(queries\/|codec\.ts$)/],
    mayType: /^(db\/(schema\/|open\.ts$)|search\/documents\/)/,
  },
  {
    name: 'server',
    holds: /^app\/(server\/|entry\.server\.tsx$)/,
    may: [server, domain, i18n, /^db\//, /^search\//],
  },
  { name: 'tasks', holds: /^app\/tasks\//, may: [/^(app|db|search|tests)\//] },
]

function layerOf(file: Source): Layer | undefined {
  return layers.find((layer) => layer.holds.test(file.path))
}

function breaks(file: Source, rule: (one: Import) => boolean): string[] {
  return file.imports.filter(rule).map((one) => `${file.path} -> ${one.target}`)
}

test('every file of the product stands in a layer', () => {
  const strays = product.filter((file) => !layerOf(file) && file.path !== 'app/virtual.d.ts')
  expect(strays.map((file) => file.path)).toEqual([])
})

describe.each(layers.map((layer) => [layer.name, layer] as const))('%s', (_, layer) => {
  test('imports only what it may', () => {
    const found = product
      .filter((file) => layerOf(file) === layer)
      .flatMap((file) => {
        return breaks(
          file,
          (one) =>
            one.own &&
            !(layer.mayType && one.typeOnly && layer.mayType.test(one.target)) &&
            !layer.may.some((allowed) => allowed.test(one.target)),
        )
      })
    expect(found).toEqual([])
  })
})

test('routes import no query that writes', () => {
  const writing = new Set(
    product
      .filter((file) => /^db\/queries\//.test(file.path))
      .filter((file) => /\b(insertInto|updateTable|deleteFrom|mergeInto)\b/.test(file.text))
      .map((file) => file.path),
  )
  const found = product
    .filter((file) => file.path.startsWith('app/routes/'))
    .flatMap((file) => breaks(file, (one) => !one.typeOnly && writing.has(one.target)))
  expect(found).toEqual([])
})

/** Packages that pure domain code may use, each with its reason. */
const pureDomainPackages: Readonly<Record<string, string>> = {
  zod: 'schemas are the domain in words that forms and use cases share',
  'libphonenumber-js': 'numbering plans of the world are no business of ours to keep',
}

test('pure domain code uses few packages and none of Node', () => {
  const found = product
    .filter((file) => domain.test(file.path) && pureDomain.test(file.path))
    .flatMap((file) =>
      breaks(
        file,
        (one) => !one.own && !((packageOf(one.target) ?? one.target) in pureDomainPackages),
      ),
    )
  expect(found).toEqual([])
})

test('the domain knows no HTTP', () => {
  const found = product.filter(
    (file) =>
      domain.test(file.path) &&
      /\b(new (Request|Response|Headers|FormData)\b|: (Request|Response|FormData)\b|from '(react-router|hono|react)')/.test(
        file.text,
      ),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

/** Markup that React does not escape, each with what makes it safe. */
const rawMarkup: Readonly<Record<string, string>> = {
  'app/routes/opportunity/opportunity.tsx':
    'JSON-LD for search engines: data, with every < escaped',
  'app/ui/kept-markup.tsx':
    'markup that React drew, kept; a test holds that it stays what React makes of the same values',
}

test('components keep no state, fetch nothing and escape everything', () => {
  const found = product.filter(
    (file) =>
      !(file.path in rawMarkup) &&
      file.path.endsWith('.tsx') &&
      /\b(useState|useEffect|useReducer|useFetcher|onClick=|dangerouslySetInnerHTML)\b/.test(
        file.text,
      ),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('only the services and the tasks open the stores', () => {
  const opener = /^(app\/server\/services\.server\.ts|app\/tasks\/)/
  const found = product
    .filter((file) => !opener.test(file.path) && !/^(db|search)\//.test(file.path))
    .flatMap((file) =>
      breaks(
        file,
        (one) =>
          !one.typeOnly &&
          (one.names.some((name) => name === 'openDatabase' || name === 'openSearch') ||
            /^(better-sqlite3|pg|meilisearch)$/.test(one.target)),
      ),
    )
  expect(found).toEqual([])
})

test('only the tasks and the tests read the environment', () => {
  const found = product.filter(
    (file) =>
      !file.path.startsWith('app/tasks/') && /\b(process\.env|import\.meta\.env)\b/.test(file.text),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('a migration depends on nothing that changes', () => {
  const found = product
    .filter((file) => /^db\/migrations\/\d/.test(file.path))
    .flatMap((file) => breaks(file, (one) => one.target !== 'db/migrations/support.ts'))
  expect(found).toEqual([])
})

test('no file needs scrolling to be understood', () => {
  const long = files
    .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
    .filter((file) => file.lines > 400)
  expect(long).toEqual([])
})

/** Who touches the identity of persons, and with what right. */
const identityReaders: Readonly<Record<string, string>> = {
  'app/domain/profile/save-identity.server.ts': 'writes it, for the person or their counsellor',
  'db/queries/profile-identity.ts': 'reads it, for the same two',
  'db/queries/profile-programme.ts':
    'names the people that a programme office accompanies to its counsellors',
  'db/queries/profile-progress.ts': 'needs the birth date, to know whether the person may publish',
  'db/seed/demo': 'invents people for the demonstration',
}

test('identity is read and written only where it must be', () => {
  const touches =
    /(selectFrom|[jJ]oin|insertInto|updateTable|deleteFrom|replaceInto)\(\s*\[?\s*['"`]identity\b/
  const found = product
    .filter((file) => !file.path.startsWith('db/migrations/') && touches.test(file.text))
    .map((file) => file.path)
    .filter((path) => !Object.keys(identityReaders).some((reader) => path.startsWith(reader)))
  expect(found).toEqual([])
})

describe('packages', () => {
  const manifest: {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  } = JSON.parse(readFileSync('package.json', 'utf8'))
  /** Run from the sources, on a machine where everything is installed. */
  const development: Readonly<Record<string, string>> = {
    'app/routes.ts': 'read by the build',
    'app/tasks/serve.ts': 'npm run dev compiles as it serves',
  }

  test('what runs in production is a dependency', () => {
    const found = product
      .filter((file) => !(file.path in development))
      .flatMap((file) =>
        breaks(file, (one) => {
          const name = one.own || one.typeOnly ? null : packageOf(one.target)
          return name !== null && !(name in manifest.dependencies)
        }),
      )
    expect(found).toEqual([])
  })

  test('what anything imports is installed by name', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies }
    const found = files.flatMap((file) =>
      breaks(file, (one) => {
        const name = one.own ? null : packageOf(one.target)
        return name !== null && !(name in all)
      }),
    )
    expect(found).toEqual([])
  })

  test('what is installed is used', () => {
    const used = new Set(files.flatMap((file) => file.imports.map((one) => packageOf(one.target))))
    const idle = Object.keys(manifest.dependencies).filter((name) => !used.has(name))
    // React Router's Node adapter is what its build looks for; it imports React's renderer itself.
    const looked = ['@react-router/node', 'isbot']
    expect(idle.filter((name) => !looked.includes(name))).toEqual([])
  })
})
