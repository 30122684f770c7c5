import { Outlet } from 'react-router'

// The frame of every page of the site. Errors are shown here, inside the root: so the header still
// knows who is signed in, which it would not where the root itself had failed.
export { ErrorBoundary } from './error-boundary.tsx'

export default function Site() {
  return <Outlet />
}
