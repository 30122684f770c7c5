import type { Page } from '@playwright/test'
import { placeId, publishedProfile, skillsOf, unique, welder } from '#tests/support/fixtures.ts'
import { password } from '#tests/support/people.ts'
import { compareProfiles, hideProfile } from './support/matching-profiles.ts'
import { checkA11y, code, expect, type Site, signInAs, signUp, test } from './support/site.ts'
import {
  answerTo,
  follow,
  invitationTo,
  joinAsNewcomer,
  newRccm,
  pickPlace,
  press,
  registerCompany,
  said,
} from './support/steps.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A day from now as a form sends it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A published profile in Yopougon with all that must never reach an employer's page. */
async function welderOfYopougon({ services }: Site) {
  const { open, index } = services
  const profile = await publishedProfile(open, { place_id: await placeId(open, 'Yopougon') })
  const identity = await open.db
    .selectFrom('identity')
    .selectAll()
    .where('profile_id', '=', profile.id)
    .executeTakeFirstOrThrow()
  index.wake()
  await index.settled()
  const phone = identity.phone ?? ''
  const national = phone.slice(4).replace(/(..)(?=.)/g, '$1 ')
  const secrets = [identity.given_name, identity.family_name, phone, phone.slice(4), national]
  return { ...profile, secrets }
}

async function expectNoIdentity(page: Page, secrets: readonly (string | null)[]): Promise<void> {
  const html = (await page.content()).replaceAll(/[\u00a0\u202f]/g, ' ')
  for (const secret of secrets) {
    expect(secret).toBeTruthy()
    expect(html, page.url()).not.toContain(secret)
  }
}

test('from a new account to a published internship and the profiles that fit it', async ({
  page,
  ownSite: site,
  browser,
}) => {
  test.setTimeout(240_000)
  const profile = await welderOfYopougon(site)
  const email = `atelier-${unique().toLowerCase()}@exemple.ci`
  const name = `Métal Lagune ${unique()} SARL`

  await test.step('registers to hire and confirms by code', async () => {
    await page.goto(`${site.url}/fr/register`)
    await page.getByLabel('Je propose du travail ou un stage').check()
    await page.getByLabel('E-mail ou numéro de téléphone').fill(email)
    await page.getByLabel('Mot de passe').fill(password)
    await press(page, 'Créer mon compte')
    await expect(heading(page, 'Confirmez que c’est bien vous')).toBeVisible()
    await page.getByLabel('Code à 6 chiffres').fill(await code(site, email))
    await press(page, 'Confirmer')
    await expect(said(page)).toHaveText('C’est confirmé.')
    await expect(heading(page, 'Inscrire une entreprise')).toBeVisible()
  })

  await test.step('a number that cannot be is refused beside its field, and nothing typed is lost', async () => {
    await page.getByLabel('Présentation').fill('Portails, charpentes et escaliers.')
    await registerCompany(page, { name, rccm: 'CI-ABJ-2999-B-1' })
    const rccm = page.getByLabel(/RCCM/)
    await expect(rccm).toHaveAccessibleDescription(/L’année dans ce numéro n’est pas possible/)
    await expect(rccm).toHaveValue('CI-ABJ-2999-B-1')
    await expect(page.getByRole('alert')).toContainText('Corrigez ces points')
    await expect(page.getByLabel('Nom légal')).toHaveValue(name)
    await expect(page.getByLabel('Présentation')).toHaveValue('Portails, charpentes et escaliers.')
    await expect(page.getByRole('button', { name: 'Yopougon : Retirer' })).toBeVisible()
    await checkA11y(page)
    await rccm.fill(newRccm())
    await press(page, 'Inscrire l’entreprise')
    await expect(said(page)).toHaveText('C’est enregistré.')
    await expect(heading(page, 'Mes offres')).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: name })).toContainText('À vérifier')
  })

  await test.step('adds a second site', async () => {
    await page.getByRole('link', { name: 'Établissements' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('Atelier d’Abobo')
    await pickPlace(page, 'Ville', 'Abobo')
    await press(page, 'Ajouter l’établissement')
    await expect(said(page)).toHaveText('C’est enregistré.')
    const sites = page.getByRole('article')
    await expect(sites).toHaveCount(2)
    await expect(sites.filter({ hasText: 'Yopougon' })).toContainText('Principal')
    await expect(sites.filter({ hasText: 'Atelier d’Abobo' })).not.toContainText('Principal')
    await checkA11y(page)
  })

  await test.step('begins an internship', async () => {
    await follow(page, 'Mes offres')
    await page.getByRole('main').getByRole('link', { name: 'Publier une offre' }).first().click()
    await expect(heading(page, 'Publier une offre')).toBeVisible()
    await page.getByLabel('Stage', { exact: true }).check()
    await page.getByLabel('Titre de l’offre').fill('Stage soudeuse')
    await page.getByRole('radio', { name: 'Yopougon' }).check()
    await page.getByLabel('Description').fill('Souder des portails en atelier, avec un tuteur.')
    await checkA11y(page)
    await press(page, 'Enregistrer et continuer')
    await expect(heading(page, 'Métier et compétences')).toBeVisible()
  })

  const reference = site.services.reference
  const labels = (await skillsOf(site.services.open))
    .slice(0, 4)
    .map((uri) => reference.label(uri, 'fr'))
  const [first = '', second = '', third = '', unwanted = ''] = labels
  const added = 'Indispensable : '
  let search = ''

  await test.step('the occupation is suggested by the title', async () => {
    const occupation = page.getByRole('radiogroup', {
      name: 'Quel métier va le mieux avec votre titre ?',
    })
    await occupation.getByLabel(reference.label(welder, 'fr'), { exact: true }).check()
    await press(page, 'Choisir ce métier')
    await expect(page.getByText(`Métier choisi : ${reference.label(welder, 'fr')}`)).toBeVisible()
  })

  await test.step('skills are ticked, searched and taken out again', async () => {
    const essential = page.getByRole('group', { name: 'Indispensables' })
    for (const label of labels) await essential.getByLabel(label, { exact: true }).check()
    const more = page.getByRole('group', { name: 'Ajouter d’autres compétences' })
    await more.getByLabel('Une compétence, avec vos mots').fill('travailler en équipe')
    await press(more, 'Rechercher')
    const found = more.getByRole('button', { name: added }).first()
    search = ((await found.getAttribute('aria-label')) ?? '').slice(added.length)
    expect(search).not.toBe('')
    await found.click()
    await expect(essential.getByLabel(search, { exact: true })).toBeChecked()
    await expect(essential.getByLabel(third, { exact: true })).toBeChecked()
    await essential.getByLabel(unwanted, { exact: true }).uncheck()
    await checkA11y(page)
    await press(page, 'Enregistrer et continuer')
    await expect(heading(page, 'Conditions')).toBeVisible()
  })

  await test.step('says the conditions, a wrong one first', async () => {
    const row = page.getByRole('group', { name: 'Langue 1' })
    await row.getByLabel('Langue', { exact: true }).selectOption({ label: 'français' })
    await row.getByLabel('Niveau').selectOption('3')
    await row.getByLabel('Indispensable').check()
    await page.getByLabel('Au moins').fill('90 000')
    await page.getByLabel('Au plus').fill('60 000')
    await page.getByLabel('Date limite pour postuler').fill(inDays(30))
    await page.getByLabel('Début').fill(inDays(45))
    await press(page, 'Enregistrer et voir l’aperçu')
    await expect(page.getByLabel('Au plus')).toHaveAccessibleDescription(
      /Ce montant doit être au moins égal au premier/,
    )
    await expect(page.getByLabel('Date limite pour postuler')).toHaveValue(inDays(30))
    await expect(row.getByLabel('Indispensable')).toBeChecked()
    await checkA11y(page)
    await page.getByLabel('Au plus').fill('110 000')
    await press(page, 'Enregistrer et voir l’aperçu')
  })

  await test.step('looks at the preview and publishes', async () => {
    await expect(page.getByText('Aperçu : voici ce que verront les candidats')).toBeVisible()
    await expect(heading(page, 'Stage soudeuse')).toBeVisible()
    const main = page.getByRole('main')
    await expect(main).toContainText(/de 90.000.F.CFA à 110.000.F.CFA par mois/)
    await expect(main).toContainText('(indispensable)')
    const skills = page.getByRole('list', { name: 'Indispensables' })
    for (const label of [first, second, third, search]) await expect(skills).toContainText(label)
    await expect(skills).not.toContainText(unwanted)
    await checkA11y(page)
    await press(page, 'Publier l’offre')
    await expect(said(page)).toHaveText('C’est publié.')
    await expect(page.getByText('Tout le monde peut voir cette offre.')).toBeVisible()
    await checkA11y(page)
  })
  const manage = page.url()
  const offer = `${site.url}/fr/opportunities/${manage.split('/').at(-1)}`
  await site.services.index.settled()

  await test.step('the matching profile is listed with its band and its reasons, without identity', async () => {
    await page.getByRole('link', { name: 'Voir les profils qui correspondent' }).click()
    await expect(heading(page, 'Profils correspondants')).toBeVisible()
    const card = page.getByRole('article').filter({ hasText: profile.code })
    await expect(card.locator('.band')).toHaveText(/^(Forte|Bonne|Partielle)$/)
    const reasons = card.getByRole('list', { name: 'Pourquoi' }).getByRole('listitem')
    await expect(reasons.first()).toHaveText(/Compétence présente|Même métier|Métier proche/)
    expect(await reasons.count()).toBeGreaterThan(1)
    await expectNoIdentity(page, profile.secrets)
    await checkA11y(page)
    await card.getByRole('link', { name: `Voir pourquoi : ${profile.code}` }).click()
  })

  await test.step('the explanation adds up', async () => {
    await expect(heading(page, `La correspondance du profil ${profile.code}`)).toBeVisible()
    const parts = page.getByRole('figure').getByRole('listitem')
    const figures = await parts.locator('.part-value').allTextContents()
    expect(figures.length).toBeGreaterThan(1)
    const tenths = (text: string) => Math.round(10 * Number.parseFloat(text.replace(',', '.')))
    const sum = figures.reduce((total, text) => total + tenths(text), 0)
    expect(sum).toBeGreaterThan(0)
    await expect(page.getByText(/^Au total/)).toHaveText(
      new RegExp(`^Au total : ${String(sum / 10).replace('.', ',')} points? sur 100$`),
    )
    const main = page.getByRole('main')
    await expect(main).toContainText(first)
    await expect(main).toContainText('présente')
    await expect(main).toContainText('Dans la même ville')
    await expect(main).toContainText('Un programme classe, une personne décide')
    await expectNoIdentity(page, profile.secrets)
    await checkA11y(page)
  })

  await test.step('profiles are sorted, compared and left out, for the whole team', async () => {
    const { code: other } = await welderOfYopougon(site)
    await page.goto(`${manage}/matches`)
    await compareProfiles(page, [profile.code, other], first)
    await expectNoIdentity(page, profile.secrets)
    await page.getByRole('link', { name: 'Profils correspondants' }).first().click()
    await hideProfile(page, profile.code)
    await expectNoIdentity(page, profile.secrets)
  })

  await test.step('the same profile is found by searching and filtering', async () => {
    await follow(page, 'Candidats')
    await page.getByLabel('Métier, compétence ou numéro de profil').fill('soudeur')
    await page.locator('summary', { hasText: 'Lieu : tout le pays' }).click()
    await page.getByLabel('Lieu').fill('Yopougon')
    await page.getByRole('search').getByRole('button', { name: 'Rechercher' }).click()
    const card = page.getByRole('article').filter({ hasText: profile.code })
    await expect(card).toContainText('Yopougon')
    await page.locator('summary', { hasText: 'Filtres' }).click()
    await page.locator('a.facet', { hasText: reference.label(welder, 'fr') }).click()
    await page.locator('summary', { hasText: 'Filtres : 1' }).click()
    await page.locator('summary', { hasText: 'Langues' }).click()
    await page.getByRole('link', { name: 'français' }).click()
    await expect(page.getByRole('list', { name: 'Filtres actifs' })).toContainText('français')
    await expect(card).toBeVisible()
    await expectNoIdentity(page, profile.secrets)
    await checkA11y(page)
    await card.getByRole('link').first().click()
    await expect(heading(page, `Profil ${profile.code}`)).toBeVisible()
    await expectNoIdentity(page, profile.secrets)
    await checkA11y(page)
  })

  const visitor = await (await browser.newContext()).newPage()
  const publicAnswer = async () => (await visitor.goto(offer))?.status()

  await test.step('a paused offer is hidden from everybody, and comes back', async () => {
    expect(await publicAnswer()).toBe(200)
    await expect(heading(visitor, 'Stage soudeuse')).toBeVisible()
    await page.goto(manage)
    await press(page, 'Mettre en pause')
    await expect(said(page)).toHaveText('C’est en pause.')
    expect(await publicAnswer()).toBe(410)
    await expect(heading(visitor, 'Cette offre n’est plus ouverte')).toBeVisible()
    await press(page, 'Rendre visible')
    await expect(said(page)).toHaveText('C’est de nouveau visible.')
    expect(await publicAnswer()).toBe(200)
  })

  await test.step('a filled offer ends', async () => {
    await press(page, 'Le poste est pourvu')
    await expect(said(page)).toHaveText('L’offre est fermée.')
    await expect(page.getByText('Le poste est pourvu. L’offre n’est plus visible.')).toBeVisible()
    expect(await publicAnswer()).toBe(410)
    await visitor.getByRole('link', { name: 'Voir les offres' }).click()
    await expect(heading(visitor, 'Offres d’emploi, de stage et d’apprentissage')).toBeVisible()
    await page.goto(`${manage}/matches`)
    await expect(page.getByText('Cette offre est terminée')).toBeVisible()
    await visitor.context().close()
  })
})

test('an edit that began before somebody else’s overwrites nothing', async ({
  page,
  site,
  browser,
}) => {
  const who = await signInAs(page, site, 'employer')
  const edit = `${site.url}/fr/employer/opportunities/${who.ids.opportunityId}/edit`
  const colleague = await (
    await browser.newContext({ storageState: await page.context().storageState() })
  ).newPage()
  await page.goto(edit)
  await colleague.goto(edit)

  await colleague.getByLabel('Titre de l’offre').fill('Soudeuse de charpentes')
  await press(colleague, 'Enregistrer et continuer')
  await expect(said(colleague)).toHaveText('C’est enregistré.')

  await page.getByLabel('Titre de l’offre').fill('Un tout autre titre')
  expect(await answerTo(page, () => press(page, 'Enregistrer et continuer'))).toBe(409)
  await expect(heading(page, 'Quelqu’un a changé ces données avant vous')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Rien n’a été écrasé.')
  await checkA11y(page)

  await page.goto(edit)
  await expect(page.getByLabel('Titre de l’offre')).toHaveValue('Soudeuse de charpentes')
  await colleague.context().close()
})

test('who registers a company that is here already asks for access to it', async ({
  page,
  site,
  browser,
}) => {
  const rccm = newRccm()
  const name = `Charpentes ${unique()} SARL`
  await signUp(page, site, 'employer')
  await registerCompany(page, { name, rccm })
  await expect(heading(page, 'Mes offres')).toBeVisible()

  const second = await (await browser.newContext()).newPage()
  const colleague = await signUp(second, site, 'employer')
  await registerCompany(second, {
    name: 'Charpentes, le même atelier',
    rccm: rccm.toLowerCase().replaceAll('-', ' '),
    position: 'Cheffe d’atelier depuis 2021',
  })
  await expect(said(second)).toContainText('Votre demande est enregistrée.')
  await expect(second.getByRole('main')).toContainText('Cette entreprise est déjà inscrite.')
  await expect(second.getByRole('main')).toContainText(name)
  await checkA11y(second)
  expect((await second.goto(`${site.url}/fr/employer`))?.status()).toBe(403)

  await page.goto(`${site.url}/fr/employer`)
  await expect(page.getByText('Quelqu’un demande l’accès à votre entreprise')).toBeVisible()
  await page.getByRole('link', { name: 'Voir la demande' }).click()
  const claim = page.getByRole('article').filter({ hasText: colleague.email })
  await expect(claim).toContainText('Cheffe d’atelier depuis 2021')
  await checkA11y(page)
  await press(claim, 'Accepter comme recruteur')
  await expect(said(page)).toHaveText('La décision est enregistrée.')
  await expect(claim).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('2 personnes')

  await second.goto(`${site.url}/fr/employer`)
  await expect(second.getByRole('article').filter({ hasText: name })).toBeVisible()
  await second.context().close()
})

test('a recruiter joins by the link of an invitation, which serves once', async ({
  page,
  site,
  browser,
}) => {
  const who = await signInAs(page, site, 'employer')
  const email = `recruteuse-${unique().toLowerCase()}@exemple.ci`
  await page.goto(`${site.url}/fr/employer/companies/${who.ids.companyId}/team`)
  const name = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Équipe : ', '')

  await page.getByLabel('E-mail ou numéro de téléphone').fill('pas une adresse')
  await page.getByLabel('recruteur').check()
  await press(page, 'Envoyer l’invitation')
  await expect(page.getByLabel('E-mail ou numéro de téléphone')).toHaveAccessibleDescription(
    /Écrivez une adresse e-mail complète ou un numéro de téléphone/,
  )
  await page.getByLabel('E-mail ou numéro de téléphone').fill(email)
  await press(page, 'Envoyer l’invitation')
  await expect(said(page)).toHaveText('L’invitation est envoyée.')
  await expect(page.getByRole('table', { name: 'Invitations en attente' })).toContainText(email)
  await checkA11y(page)

  const recruiter = await (await browser.newContext()).newPage()
  const link = await invitationTo(recruiter, site, email)
  await joinAsNewcomer(recruiter, site, { link, email, name })
  await expect(heading(recruiter, 'Mes offres')).toBeVisible()
  await expect(recruiter.getByRole('main')).toContainText('Soudeur ou soudeuse')
  await recruiter.getByRole('article').getByRole('link', { name, exact: true }).click()
  await expect(recruiter.getByText('Seul un responsable peut changer ces données.')).toBeVisible()
  await checkA11y(recruiter)

  expect((await recruiter.goto(link))?.status()).toBe(410)
  await expect(heading(recruiter, 'Cette invitation ne vaut plus')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Membres' })).toContainText(email)
  await expect(page.getByRole('table', { name: 'Invitations en attente' })).toHaveCount(0)
  await recruiter.context().close()
})
