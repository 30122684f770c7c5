import { redirect } from 'react-router'
import { ExpectedError } from '#app/domain/errors.ts'
import { beginProfile } from '#app/domain/profile/begin-profile.server.ts'
import { type Step, steps } from '#app/domain/profile/profile.ts'
import { statusForm } from '#app/domain/profile/profile-forms.ts'
import {
  completeness,
  missingToPublish,
  type NextStep,
  nextStep,
  type Requirement,
  stepsDone,
} from '#app/domain/profile/progress.ts'
import { changeStatus } from '#app/domain/profile/publish-profile.server.ts'
import { profileFacts } from '#app/domain/profile/read-progress.server.ts'
import { readIdentity } from '#app/domain/profile/save-identity.server.ts'
import { formatPercent } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, usePath, useT } from '#app/i18n/use-t.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import type { Route } from './+types/profile'
import { changeOf, openStep, profileDeps, saveStep, sent, target } from './step.server.ts'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, viewer } = context
    if (!args.params.profileId && viewer.profileId === null) return null
    const { profile, as, base } = await openStep(context, args.params)
    const facts = await profileFacts(services.db, profile.id, services.now())
    const identity =
      as === 'counsellor' ? await readIdentity(services.db, viewer, target(args.params)) : null
    const done = stepsDone(facts)
    return {
      base,
      as,
      code: profile.code,
      status: profile.status,
      version: profile.version,
      /** The counsellor knows whom the profile is about; the person needs no telling. */
      name: identity ? `${identity.givenName} ${identity.familyName}` : null,
      steps: steps.map((step) => ({ step, done: done.includes(step) })),
      completeness: completeness(facts),
      missing: missingToPublish(facts),
      next: nextStep(facts),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, viewer, t } = context
    const form = await args.request.formData()
    if (!args.params.profileId && sent(form, 'intent') === 'begin') {
      await beginProfile(profileDeps(services), signedIn(viewer), services.config.country)
      return redirect(`/${context.locale}/profile`)
    }
    const parsed = parseForm(form, statusForm, t)
    // Buttons have no field beside which an error could stand.
    if (!parsed.ok) throw new ExpectedError('invalid')
    const { version, intent } = parsed.value
    const { base } = await openStep(context, args.params)
    return saveStep(
      context,
      form,
      base,
      (deps) => changeStatus(deps, changeOf(context, args.params, version), intent),
      ({ publish: 'published', pause: 'paused', resume: 'resumed' } as const)[intent],
    )
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.title') }) }]
}

export default function Profile({ loaderData }: Route.ComponentProps) {
  return loaderData ? <Overview profile={loaderData} /> : <Begin />
}

function Begin() {
  const t = useT()
  return (
    <Page title={t('profile.begin.title')} intro={t('profile.begin.intro')} width="form">
      <ul className="prose">
        <li>{t('profile.begin.points.code')}</li>
        <li>{t('profile.begin.points.consent')}</li>
        <li>{t('profile.begin.points.leave')}</li>
      </ul>
      <form method="post">
        <Button variant="primary" name="intent" value="begin" iconEnd="forward">
          {t('profile.begin.button')}
        </Button>
      </form>
    </Page>
  )
}

type Shown = NonNullable<Route.ComponentProps['loaderData']>

const toneOf: Record<Shown['status'], Tone> = { draft: 'neutral', published: 'done', paused: 'sun' }

/** Where each thing that is missing can be mended, below the overview. */
const stepOf = (thing: Requirement | Step) => (thing === 'confirmation' ? 'confirm' : thing)

function Overview({ profile }: { profile: Shown }) {
  const t = useT()
  const path = usePath()
  const locale = useLocale()
  const counsellor = profile.as === 'counsellor'
  const others = profile.missing.filter((one) => one !== profile.next)
  return (
    <Page
      title={profile.name ? t('counsellor.profileOf', { name: profile.name }) : t('profile.title')}
      eyebrow={<Badge tone={toneOf[profile.status]}>{t(`profile.status.${profile.status}`)}</Badge>}
      intro={t(`profile.statusText.${profile.status}`)}
      back={counsellor ? { href: path('/counsellor'), label: t('counsellor.title') } : undefined}
      aside={
        <>
          <Card title={<bdi dir="ltr">{profile.code}</bdi>} subtitle={t('profile.codeHint')}>
            <ProgressBar
              label={t('profile.completeness')}
              value={profile.completeness}
              text={formatPercent(locale, profile.completeness / 100)}
            />
          </Card>
          <div className="actions">
            <ButtonLink href={`${profile.base}/preview`} icon="eye">
              {t('profile.actions.preview')}
            </ButtonLink>
            {profile.status === 'published' && (
              <form method="post">
                <HiddenField name="version" value={profile.version} />
                <Button name="intent" value="pause">
                  {t('profile.actions.pause')}
                </Button>
              </form>
            )}
            <ButtonLink href={`${profile.base}/delete`} variant="quiet" icon="trash">
              {t('profile.actions.delete')}
            </ButtonLink>
          </div>
        </>
      }
    >
      <Card tone="soft" title={t('profile.next.title')} actions={<NextButton profile={profile} />}>
        <p>{t(`profile.next.${profile.next}.text`)}</p>
        {others.length > 0 && (
          <>
            <p className="mt-4">{t('profile.missing.title')}</p>
            <ul className="prose">
              {profile.missing.map((one) => (
                <li key={one}>
                  <a href={`${profile.base}/${stepOf(one)}`}>{t(`profile.missing.${one}`)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Section
        title={t('profile.stepsLabel')}
        intro={t('profile.stepsSummary', {
          done: profile.steps.filter((one) => one.done).length,
          all: profile.steps.length,
        })}
      >
        <StepList profile={profile} />
      </Section>
    </Page>
  )
}

/** Every step with its state and its link, readable on the narrowest phone. */
function StepList({ profile }: { profile: Shown }) {
  const t = useT()
  return (
    <DefinitionList
      items={profile.steps.map(({ step, done }) => {
        const label = t(`profile.steps.${step}`)
        const verb = t(done ? 'common.actions.edit' : 'profile.actions.fill')
        return {
          term: label,
          value: done ? (
            <Badge tone="done" icon="check">
              {t('profile.stepDone')}
            </Badge>
          ) : (
            <Badge>{t('profile.stepTodo')}</Badge>
          ),
          action: (
            <ButtonLink
              size="small"
              variant="quiet"
              href={`${profile.base}/${step}`}
              ariaLabel={`${verb} : ${label}`}
            >
              {verb}
            </ButtonLink>
          ),
        }
      })}
    />
  )
}

function NextButton({ profile }: { profile: Shown }) {
  const t = useT()
  const path = usePath()
  const next: NextStep = profile.next
  if (next === 'publish' || next === 'resume') {
    return (
      <form method="post">
        <HiddenField name="version" value={profile.version} />
        <Button variant="primary" name="intent" value={next} icon="eye">
          {t(`profile.next.${next}.button`)}
        </Button>
      </form>
    )
  }
  if (next === 'matches') {
    return profile.as === 'counsellor' ? (
      <ButtonLink variant="primary" href={`${profile.base}/preview`} iconEnd="forward">
        {t('profile.next.matches.preview')}
      </ButtonLink>
    ) : (
      <ButtonLink variant="primary" href={path('/matches')} iconEnd="forward">
        {t('profile.next.matches.button')}
      </ButtonLink>
    )
  }
  return (
    <ButtonLink variant="primary" href={`${profile.base}/${stepOf(next)}`} iconEnd="forward">
      {t(`profile.next.${next}.button`)}
    </ButtonLink>
  )
}
