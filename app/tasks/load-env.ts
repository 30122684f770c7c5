import { existsSync } from 'node:fs'

/** Reads `.env`, when there is one, into the environment; what is set already wins. */
export function loadEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
