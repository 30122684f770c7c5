import { afterEach, beforeEach, expect, vi } from 'vitest'

// A warning nobody reads is a fault nobody mends: console.error and console.warn fail the test that caused them.
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  const noise = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls]
  vi.restoreAllMocks()
  expect(noise, 'console.error or console.warn was called').toEqual([])
})
