import type { Api } from '../api.ts'
import type { Example, Scope } from '../declared-scope.ts'

export interface DeclaredRoute {
  name: string
  method: string
  path: string
  who: Scope
  example: Example
}

interface Declared {
  who: Scope
  example: Example
}

/** Every route of the API with what it declared; `undeclared` names those that declared nothing. */
export function declaredRoutes(api: Api): { routes: DeclaredRoute[]; undeclared: string[] } {
  const declared = new Map<string, Declared | undefined>()
  for (const { method, path, handler } of api.routes) {
    const name = `${method} ${path}`
    // What is mounted on all methods of everything below is a middleware.
    if (method === 'ALL' && path.endsWith('*')) continue
    declared.set(name, declarationOf(handler) ?? declared.get(name))
  }
  const routes: DeclaredRoute[] = []
  const undeclared: string[] = []
  for (const [name, found] of declared) {
    const [method = '', path = ''] = name.split(' ')
    if (found) routes.push({ name, method, path, ...found })
    else undeclared.push(name)
  }
  return { routes, undeclared }
}

function declarationOf(handler: object): Declared | undefined {
  return 'declared' in handler ? (handler.declared as Declared) : undefined
}
