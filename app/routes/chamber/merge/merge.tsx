import { data, redirect } from 'react-router'
import { z } from 'zod'
import { countryPack } from '#app/domain/countries/index.ts'
import { ExpectedError } from '#app/domain/errors.ts'
import { setApart } from '#app/domain/merge/find-twins.server.ts'
import { defaultPicks, mergeForm } from '#app/domain/merge/merge.ts'
import { mergeCompanies } from '#app/domain/merge/merge-companies.server.ts'
import { readPair } from '#app/domain/merge/read-pair.server.ts'
import { isLocale, localePath } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { flashHeaders } from '#app/server/flash.server.ts'
import { parseForm } from '#app/server/forms.server.ts'
import { page, signedIn } from '#app/server/page.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Flash } from '#app/ui/flash.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { twinWords } from '../imports/import-words.ts'
import type { Route } from './+types/merge'
import { broughtRows, comparedFields } from './merge-words.ts'

const intents = z.enum(['merge', 'apart'])

export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services, viewer, locale, t }) => {
    const { db, reference } = services
    const { companyId, otherId } = args.params
    const who = signedIn(viewer)
    const { chamber, one, other, twin } = await readPair(db, who, companyId, otherId)
    const words = { t, locale, pack: countryPack(chamber.country), reference }
    const short = ({ company }: typeof one) => ({
      id: company.id,
      name: company.trade_name ?? company.legal_name,
      version: company.version,
    })
    return {
      one: short(one),
      other: short(other),
      reasons: twinWords(twin.reasons, words),
      picks: defaultPicks({ ...one.company }, { ...other.company }),
      ...comparedFields(one.company, other.company, words),
      brought: broughtRows(one, other, words),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async ({ services, viewer, locale, t, request }) => {
    const { db, open, reference } = services
    const { companyId, otherId } = args.params
    const form = await request.formData()
    const intent = intents.safeParse(form.get('intent'))
    if (!intent.success) throw new ExpectedError('invalid')
    const who = signedIn(viewer)
    const deps = { db, dialect: open.dialect, reference, now: services.now() }
    const list = localePath(locale, '/chamber/duplicates')
    if (intent.data === 'apart') {
      await setApart(deps, who, companyId, otherId)
      return redirect(list, { headers: flashHeaders('saved') })
    }
    const parsed = parseForm(form, mergeForm, t)
    if (!parsed.ok) throw new ExpectedError('invalid')
    try {
      const pair = { survivorId: companyId, mergedId: otherId }
      const mergeId = await mergeCompanies(deps, who, pair, parsed.value)
      services.index.wake()
      return redirect(`${list}?merged=${mergeId}`)
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'stale') throw error
      return data({ stale: true, picks: parsed.value.picks }, { status: 409 })
    }
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('merge.pair.title') }) }]
}

export default function Merge({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { one, other, reasons, differing, same, brought } = loaderData
  const picks = { ...loaderData.picks, ...actionData?.picks }
  const list = path('/chamber/duplicates')
  const nothing = t('merge.pair.nothing')
  return (
    <Page
      title={t('merge.pair.title')}
      back={{ href: list, label: t('merge.list.title') }}
      actions={
        <ButtonLink href={`${list}/${other.id}/${one.id}`}>{t('merge.pair.swap')}</ButtonLink>
      }
    >
      {actionData?.stale && <Flash tone="attention" title={t('merge.pair.stale')} />}
      <DefinitionList
        items={[
          { term: t('merge.pair.keep'), value: <bdi>{one.name}</bdi> },
          { term: t('merge.pair.gone'), value: <bdi>{other.name}</bdi> },
          {
            term: t('merge.list.why'),
            value: reasons.join(' · '),
          },
        ]}
      />
      <form method="post" noValidate className="stack">
        <HiddenField name="survivorVersion" value={String(one.version)} />
        <HiddenField name="mergedVersion" value={String(other.version)} />
        {differing.length > 0 && (
          <Section title={t('merge.pair.fields')} intro={t('merge.pair.fieldsIntro')}>
            <div className="fields">
              {differing.map((row) => (
                <RadioGroup
                  key={row.field}
                  name={`picks.${row.field}`}
                  label={t(`merge.fields.${row.field}`)}
                  inline={row.field !== 'description'}
                  options={[
                    { value: 'survivor', label: row.one || nothing, hint: t('merge.pair.keep') },
                    { value: 'merged', label: row.other || nothing, hint: t('merge.pair.gone') },
                  ]}
                  defaultValue={picks[row.field]}
                />
              ))}
            </div>
          </Section>
        )}
        <Section title={t('merge.pair.compare')} intro={t('merge.pair.moves')}>
          <DataTable
            caption={t('merge.pair.compare')}
            captionHidden
            rows={brought}
            rowKey={(row) => row.key}
            columns={[
              { key: 'what', label: t('merge.pair.what'), cell: (row) => row.label },
              {
                key: 'one',
                label: t('merge.pair.keep'),
                cell: (row) => <bdi>{row.one || nothing}</bdi>,
              },
              {
                key: 'other',
                label: t('merge.pair.gone'),
                cell: (row) => <bdi>{row.other || nothing}</bdi>,
              },
            ]}
          />
        </Section>
        {same.length > 0 && (
          <Section title={t('merge.pair.same')}>
            <DefinitionList
              items={same.map((row) => ({
                term: t(`merge.fields.${row.field}`),
                value: <bdi>{row.one}</bdi>,
              }))}
            />
          </Section>
        )}
        <div className="actions">
          <Button variant="primary" name="intent" value="merge">
            {t('merge.pair.confirm')}
          </Button>
          <Button variant="quiet" name="intent" value="apart">
            {t('merge.pair.apart')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
