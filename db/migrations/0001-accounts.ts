import { statements } from './support.ts'

/** Accounts, sessions and one-time codes. better-auth owns these tables and names their columns; `auth_user` also holds the reader's language. */
export const accounts = statements((w) => [
  `create table auth_user (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" ${w.authFlag} not null,
    image text,
    "phoneNumber" text unique,
    "phoneNumberVerified" ${w.authFlag},
    "twoFactorEnabled" ${w.authFlag},
    locale text not null default 'fr',
    "createdAt" ${w.authTime} not null,
    "updatedAt" ${w.authTime} not null
  ) ${w.strict}`,
  `create table auth_session (
    id text primary key,
    "userId" text not null references auth_user (id) on delete cascade,
    token text not null unique,
    "expiresAt" ${w.authTime} not null,
    "ipAddress" text,
    "userAgent" text,
    "createdAt" ${w.authTime} not null,
    "updatedAt" ${w.authTime} not null
  ) ${w.strict}`,
  `create index auth_session_user on auth_session ("userId")`,
  `create table auth_account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references auth_user (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" ${w.authTime},
    "refreshTokenExpiresAt" ${w.authTime},
    scope text,
    password text,
    "createdAt" ${w.authTime} not null,
    "updatedAt" ${w.authTime} not null
  ) ${w.strict}`,
  `create index auth_account_user on auth_account ("userId")`,
  `create table auth_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" ${w.authTime} not null,
    "createdAt" ${w.authTime},
    "updatedAt" ${w.authTime}
  ) ${w.strict}`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
  `create table auth_two_factor (
    id text primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text not null references auth_user (id) on delete cascade,
    verified ${w.authFlag},
    "failedVerificationCount" integer,
    "lockedUntil" ${w.authTime}
  ) ${w.strict}`,
  `create index auth_two_factor_user on auth_two_factor ("userId")`,
])
