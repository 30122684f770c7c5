import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // Pages are documents: nothing is discovered or fetched by a client router.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
