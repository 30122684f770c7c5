import type { Role } from '#app/domain/access.ts'

type NavKey =
  | 'opportunities'
  | 'matches'
  | 'profile'
  | 'employer'
  | 'candidates'
  | 'day'
  | 'chamber'
  | 'counsellor'
  | 'admin'
  | 'account'
  | 'signIn'
  | 'register'

interface NavItem {
  readonly path: string
  readonly key: NavKey
}

const byRole: Partial<Record<Role, readonly NavItem[]>> = {
  returnee: [
    { path: '/matches', key: 'matches' },
    { path: '/profile', key: 'profile' },
  ],
  employer: [
    { path: '/employer', key: 'employer' },
    { path: '/employer/candidates', key: 'candidates' },
  ],
  chamber: [
    { path: '/chamber/day', key: 'day' },
    { path: '/chamber', key: 'chamber' },
  ],
  counsellor: [{ path: '/counsellor', key: 'counsellor' }],
  administrator: [{ path: '/admin', key: 'admin' }],
}

/** What the header offers to somebody with these roles. */
export function mainLinks(roles: readonly Role[]): NavItem[] {
  return [
    { path: '/opportunities', key: 'opportunities' },
    ...roles.flatMap((role) => byRole[role] ?? []),
  ]
}

/** The account corner of the header. */
export function accountLinks(roles: readonly Role[]): NavItem[] {
  return roles.includes('visitor')
    ? [
        { path: '/sign-in', key: 'signIn' },
        { path: '/register', key: 'register' },
      ]
    : [{ path: '/account', key: 'account' }]
}

/** The longest of the paths that the current one lies in or under: the one place where somebody is. */
export function nearestPath(paths: readonly string[], current: string): string | undefined {
  return paths
    .filter((path) => current === path || current.startsWith(`${path}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}
