import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** One import of a source file. */
export interface Import {
  /** Path from the root for our own files (`app/domain/access.ts`), else as written (`kysely`). */
  readonly target: string
  readonly own: boolean
  /** Names it takes; empty for everything and for dynamic imports. */
  readonly names: readonly string[]
  /** Erased before it runs. */
  readonly typeOnly: boolean
}

/** A source file of the product or of its tests. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly isTest: boolean
  readonly imports: readonly Import[]
}

const own = /^(#(app|db|search|tests)\/|\.{1,2}\/)/

/** Every TypeScript file of the repository with its imports. */
export function sources(): Source[] {
  return globSync('{app,db,search,tests}/**/*.{ts,tsx}')
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return {
        path,
        text,
        isTest: /(\.test\.tsx?$|^tests\/)/.test(path),
        imports: importsOf(path, text),
      }
    })
}

function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: Import[] = module.staticImports.map((one) => ({
    ...locate(path, one.moduleRequest.value),
    names: one.entries.map((entry) => entry.importName.name ?? ''),
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  for (const one of module.staticExports.flatMap((statement) => statement.entries)) {
    if (!one.moduleRequest) continue
    const names = [one.importName.name ?? '']
    found.push({ ...locate(path, one.moduleRequest.value), names, typeOnly: one.isType })
  }
  for (const one of module.dynamicImports) {
    const written = text.slice(one.moduleRequest.start, one.moduleRequest.end)
    const target = /^['"]([^'"]+)['"]$/.exec(written)?.[1]
    if (target) found.push({ ...locate(path, target), names: [], typeOnly: false })
  }
  return found
}

function locate(path: string, request: string): { target: string; own: boolean } {
  if (!own.test(request)) return { target: request, own: false }
  const target = request.startsWith('#')
    ? request.slice(1)
    : normalize(join(dirname(path), request))
  return { target: target.replace(/\?.*$/, ''), own: true }
}

/** The package that a request which is not ours belongs to; null for Node's own and virtual modules. */
export function packageOf(request: string): string | null {
  if (/^(node:|virtual:|vite\/)/.test(request) || builtinModules.includes(request)) return null
  const parts = request.split('/')
  return request.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? request)
}
