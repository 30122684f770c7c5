import type { Generated } from 'kysely'

/** A person who can sign in. `name` stays empty: who somebody is stands in `identity`. */
export interface AuthUserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean | 0 | 1
  image: string | null
  phoneNumber: string | null
  phoneNumberVerified: boolean | 0 | 1 | null
  twoFactorEnabled: boolean | 0 | 1 | null
  locale: Generated<string>
  createdAt: Date | string
  updatedAt: Date | string
}
