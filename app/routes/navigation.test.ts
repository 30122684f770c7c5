import { expect, it } from 'vitest'
import { nearestPath } from './navigation.ts'

it('marks one place, the nearest', () => {
  const paths = ['/opportunities', '/employer', '/employer/candidates']
  expect(nearestPath(paths, '/employer/candidates/7')).toBe('/employer/candidates')
  expect(nearestPath(paths, '/employer/opportunities/7')).toBe('/employer')
  expect(nearestPath(paths, '/employers')).toBeUndefined()
})
