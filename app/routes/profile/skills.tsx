import { ExpectedError, FieldErrors } from '#app/domain/errors.ts'
import type { ProfileDeps } from '#app/domain/profile/change-profile.server.ts'
import { evidences, most, ownEvidences, skillLevels } from '#app/domain/profile/profile.ts'
import { addSkillsForm, skillRowsForm, workTextForm } from '#app/domain/profile/profile-forms.ts'
import { skillsInText } from '#app/domain/profile/read-skills.server.ts'
import { addSkills, saveSkills } from '#app/domain/profile/save-skills.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { usePath, useT } from '#app/i18n/use-t.ts'
import { parseForm, refusedForm } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button, ButtonLink, DefaultSubmit } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { SearchSelect } from '#app/ui/search-select.tsx'
import { readSearchSelect } from '#app/ui/search-select-form.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { experiencesOf, skillsOfProfile } from '#db/queries/profile.ts'
import { Suggestions } from '../search/suggestions.tsx'
import type { Route } from './+types/skills'
import { conceptItems, searchResults } from './picker.server.ts'
import { pickerWords } from './picker-words.ts'
import { ReadSkills } from './read-skills.tsx'
import { basePath, changeOf, openStep, saveStep, sent, shownAgain } from './step.server.ts'
import { fieldTexts, StepPage } from './step-page.tsx'

/** As many suggestions as somebody reads through on a phone. */
const mostSuggested = 8

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { services, locale } = context
    const { profile, as, base } = await openStep(context, args.params)
    const { reference } = services
    const [skills, experiences] = await Promise.all([
      skillsOfProfile(services.db, profile.id),
      experiencesOf(services.db, profile.id),
    ])
    const known = new Set(skills.map((one) => one.skill_uri))
    const occupations = new Set(experiences.flatMap((one) => one.occupation_uri ?? []))
    const asked = [...occupations].flatMap((uri) => reference.skillsOf(uri))
    const suggested = [
      ...asked.filter((one) => one.relation === 'essential'),
      ...asked.filter((one) => one.relation === 'useful'),
    ].map((one) => one.uri)
    return {
      base,
      as,
      version: profile.version,
      skills: skills.map((one) => ({
        uri: one.skill_uri,
        label: reference.label(one.skill_uri, locale),
        level: skillLevels.find((level) => level === one.level) ?? 1,
        evidence: one.evidence,
      })),
      suggested: [...new Set(suggested)]
        .filter((uri) => !known.has(uri))
        .slice(0, mostSuggested)
        .map((uri) => ({ value: uri, label: reference.label(uri, locale) })),
      knowsOccupation: occupations.size > 0,
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const { services, locale, t } = context
    const form = await args.request.formData()
    const here = `${basePath(context, args.params)}/skills`
    const save = (version: number) => changeOf(context, args.params, version)

    if (sent(form, 'form') === 'levels') {
      const uris = form.getAll('skill')
      const rows = skillRowsForm.safeParse({
        version: sent(form, 'version'),
        remove: sent(form, 'remove') || undefined,
        rows: uris.map((uri, at) => ({
          uri,
          level: form.get(`level-${at}`),
          evidence: form.get(`evidence-${at}`),
        })),
      })
      if (!rows.success) throw new ExpectedError('invalid')
      const { version, remove } = rows.data
      return saveStep(context, form, here, (deps) =>
        saveSkills(deps, save(version), rows.data.rows, remove ?? null),
      )
    }
    if (sent(form, 'form') === 'read') {
      const { profile } = await openStep(context, args.params)
      const parsed = parseForm(form, workTextForm, t)
      if (!parsed.ok) return shownAgain(parsed.result)
      const held = await skillsOfProfile(services.db, profile.id)
      const known = new Set(held.map((one) => one.skill_uri))
      const found = skillsInText(services.reference, locale, parsed.value.workText, known)
      const again = refusedForm(form, new FieldErrors({}), t)
      // A text that was read has done its work: it is not even sent back.
      const values = found.length > 0 ? {} : again.values
      return shownAgain({ ...again, values, proposed: conceptItems(context, 'skill', found) }, 200)
    }
    const searched = readSearchSelect(form, 'skill')
    if (searched.chosen.length > 0) form.set('add', searched.chosen[0] ?? '')
    else if (form.has('skill-search') || searched.query) {
      await openStep(context, args.params)
      const results = searchResults(context, 'skill', searched.query)
      return shownAgain(
        {
          ...refusedForm(form, new FieldErrors({}), t),
          picker: { query: searched.query, results, chosen: [] },
        },
        200,
      )
    }
    const read = form.getAll('proposed').filter((uri) => typeof uri === 'string')
    const proposed = conceptItems(
      context,
      'skill',
      [...new Set(read)].slice(0, most.proposedSkills),
    )
    const again = proposed.length > 0 ? { proposed } : {}
    const parsed = parseForm(form, addSkillsForm, t)
    if (!parsed.ok) return shownAgain({ ...again, ...parsed.result })
    const { version, add } = parsed.value
    const work = (deps: ProfileDeps) => addSkills(deps, save(version), add)
    return saveStep(context, form, here, work, 'saved', again)
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.skills.title') }) }]
}

export default function Skills({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT()
  const path = usePath()
  const { base, version, skills, suggested, knowsOccupation } = loaderData
  const { picker: searched, proposed } = actionData ?? {}
  const offered = proposed?.length ? proposed : suggested
  return (
    <StepPage
      title={t('profile.skills.title')}
      intro={t('profile.skills.intro')}
      back={base}
      result={actionData}
    >
      {offered.length > 0 && (
        <form method="post" noValidate className="stack">
          <HiddenField name="version" value={version} />
          {proposed?.map(({ value }) => (
            <HiddenField key={value} name="proposed" value={value} />
          ))}
          <CheckboxGroup
            name="add"
            label={t(
              offered === suggested ? 'profile.skills.suggested' : 'profile.skills.read.found',
            )}
            hint={t('profile.skills.suggestedHint')}
            options={offered}
            defaultValues={fieldTexts(actionData, 'add', [])}
            errors={actionData?.errors.add}
          />
          <Button variant={skills.length > 0 ? 'secondary' : 'primary'} icon="plus">
            {t('profile.skills.addThese')}
          </Button>
        </form>
      )}
      {!knowsOccupation && (
        <p className="hint">
          <a href={`${base}/experience/new`}>{t('profile.skills.needOccupation')}</a>
        </p>
      )}
      <form method="post" noValidate>
        <DefaultSubmit name="skill-search" value="1" />
        <HiddenField name="version" value={version} />
        <SearchSelect
          name="skill"
          label={t('profile.skills.search')}
          searchLabel={t('profile.skills.searchLabel')}
          query={searched?.query}
          results={searched?.results}
          chosen={[]}
          words={pickerWords(t)}
          suggestUrl={path('/suggest/skill')}
        />
      </form>
      <ReadSkills result={actionData} nothingFound={proposed?.length === 0} />
      <Section title={t('profile.skills.mine')}>
        {skills.length === 0 ? (
          <p className="hint">{t('profile.skills.empty')}</p>
        ) : (
          <Levels shown={loaderData} />
        )}
      </Section>
      <Suggestions />
    </StepPage>
  )
}

/** The person's skills, one line each: opened, a line shows how well and who says so. */
function Levels({ shown }: { shown: Route.ComponentProps['loaderData'] }) {
  const t = useT()
  const { base, as, version, skills } = shown
  return (
    <form method="post" noValidate className="stack">
      <DefaultSubmit />
      <HiddenField name="form" value="levels" />
      <HiddenField name="version" value={version} />
      <div>
        {skills.map((skill, at) => (
          <Disclosure
            key={skill.uri}
            summary={
              <>
                <bdi className="font-semibold">{skill.label}</bdi>{' '}
                <span className="hint block">
                  {t(`profile.skills.levels.${skill.level}`)} ·{' '}
                  {t(`profile.skills.evidences.${skill.evidence}`)}
                </span>
              </>
            }
          >
            <HiddenField name="skill" value={skill.uri} />
            <Fields columns>
              <SelectField
                name={`level-${at}`}
                label={t('profile.skills.level')}
                options={skillLevels.map((level) => ({
                  value: String(level),
                  label: t(`profile.skills.levels.${level}`),
                }))}
                defaultValue={String(skill.level)}
              />
              <SelectField
                name={`evidence-${at}`}
                label={t('profile.skills.evidence')}
                options={evidences
                  .filter(
                    (one) =>
                      as === 'counsellor' || ownEvidences.includes(one) || one === skill.evidence,
                  )
                  .map((one) => ({ value: one, label: t(`profile.skills.evidences.${one}`) }))}
                defaultValue={skill.evidence}
              />
            </Fields>
            <Button
              size="small"
              variant="quiet"
              icon="trash"
              name="remove"
              value={skill.uri}
              ariaLabel={`${t('common.actions.remove')} : ${skill.label}`}
            >
              {t('common.actions.remove')}
            </Button>
          </Disclosure>
        ))}
      </div>
      <div className="actions">
        <Button variant="primary">{t('profile.skills.save')}</Button>
        <ButtonLink href={base} icon="check">
          {t('profile.actions.finish')}
        </ButtonLink>
      </div>
    </form>
  )
}
