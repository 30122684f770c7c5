import type { Role } from '#app/domain/access.ts'
import { policy } from '#app/server/policy.ts'
import { publishedOpportunity } from '#tests/support/fixtures.ts'
import { roles } from '#tests/support/people.ts'
import { address, siteRoutes } from '#tests/support/routes.ts'
import { accessibilityFaults, checkA11y, expect, overflow, signInAs, test } from './support/site.ts'

// axe runs in the page, so this file needs what no reader of the site does.
test.use({ javaScriptEnabled: true })

const routes = await siteRoutes()

/** The pages that a role comes for; what everyone sees is looked at once, as a visitor. */
function pagesOf(role: Role): string[] {
  return (
    routes
      // A module without markup sends a file: a browser saves it and shows nothing.
      .filter((route) => route.file.endsWith('.tsx'))
      .map((route) => route.pattern)
      .filter((pattern) => pattern.startsWith('/:lang') && !pattern.includes(':kind'))
      .filter((pattern) => {
        const rule = policy[pattern]
        if (rule === 'everyone') return role === 'visitor'
        if (rule === 'signed-in') return role === 'returnee'
        return rule?.includes(role) ?? false
      })
  )
}

for (const scripts of [false, true]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })
    test('the check itself tells what is wrong', async ({ page, site }) => {
      await page.goto(`${site.url}/fr/sign-in`)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setContent('<html lang="fr"><title>t</title><main><h1>t</h1><img src="/x.png">')
      expect(await accessibilityFaults(page)).toEqual(['image-alt: img'])
    })
  })
}

for (const locale of ['fr', 'ar'] as const) {
  for (const role of roles) {
    test(`pages of a ${role} in ${locale}`, async ({ page, site }) => {
      test.setTimeout(180_000)
      const who = await signInAs(page, site, role)
      const faults: string[] = []
      for (const pattern of pagesOf(role)) {
        const path = address(pattern, { ...site.others, ...who.ids, lang: locale })
        const answer = await page.goto(site.url + path)
        const type = answer?.headers()['content-type'] ?? ''
        if (!type.includes('text/html')) continue
        expect(answer?.status(), path).toBeLessThan(500)
        for (const fault of await accessibilityFaults(page)) faults.push(`${path} ${fault}`)
        const pixels = await overflow(page)
        if (pixels > 0) faults.push(`${path} sticks out by ${pixels} px at 360 px`)
      }
      expect(faults).toEqual([])
    })
  }

  test(`matches compared and hidden in ${locale}`, async ({ page, site }) => {
    const seeker = await signInAs(page, site, 'returnee')
    const { open, index } = site.services
    const ids = [await publishedOpportunity(open), await publishedOpportunity(open)]
    index.wake()
    await index.settled()
    await page.goto(`${site.url}/${locale}/matches/${ids[0]}/hide`)
    await page.locator('input[name=reason]').first().check()
    await page.locator('main form button').first().click()
    for (const path of [
      `matches?hidden=${ids[0]}`,
      'matches/hidden',
      `matches/${ids[0]}/hide`,
      `matches/compare?id=${ids[0]}&id=${ids[1]}`,
      'matches?kind=apprenticeship&place=Korhogo&km=5',
    ]) {
      await page.goto(`${site.url}/${locale}/${path}`)
      await checkA11y(page)
      expect(await overflow(page), path).toBe(0)
    }
    const employer = await signInAs(page, site, 'employer')
    const list = `employer/opportunities/${employer.ids.opportunityId}/matches`
    await page.goto(`${site.url}/${locale}/${list}/${seeker.ids.profileId}/hide`)
    await page.locator('input[name=reason]').first().check()
    await page.locator('main form button').first().click()
    const others = `id=${seeker.ids.profileId}&id=${site.others.profileId}`
    for (const path of [list, `${list}/hidden`, `${list}/compare?${others}`]) {
      await page.goto(`${site.url}/${locale}/${path}`)
      await checkA11y(page)
      expect(await overflow(page), path).toBe(0)
    }
  })

  test(`a form with errors in ${locale}`, async ({ page, site }) => {
    for (const path of ['register', 'sign-in']) {
      await page.goto(`${site.url}/${locale}/${path}`)
      await page.locator('main form button').first().click()
      await expect(page.locator('[role=alert]')).toBeVisible()
      await checkA11y(page)
    }
  })

  test(`dark pages in ${locale}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const path of ['', '/opportunities', '/sign-in', '/no-such-page']) {
      await page.goto(`${site.url}/${locale}${path}`)
      await checkA11y(page)
    }
  })
}
