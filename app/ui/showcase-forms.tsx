import { BirthDateField } from './birth-date-field.tsx'
import { Actions, Button, ButtonLink } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { DateField } from './date-field.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileField } from './file-field.tsx'
import { HiddenField } from './hidden-field.tsx'
import { NumberField } from './number-field.tsx'
import { Section } from './page.tsx'
import { RadioGroup } from './radio-group.tsx'
import { SearchSelect } from './search-select.tsx'
import { SelectField } from './select-field.tsx'
import type { ShowcaseWords } from './showcase-words.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const options = (labels: readonly string[], hints?: readonly string[]) =>
  labels.map((label, index) => ({ value: `v${index}`, label, hint: hints?.[index] }))

/** Buttons, dialog and every field, plain, filled and refused. */
export function ShowcaseForms({ words }: { words: ShowcaseWords }) {
  const [publish, save, later, withdraw] = words.buttons
  const item = (prefix: string) => (label: string, index: number) => ({
    value: `${prefix}${index}`,
    label,
  })
  const picker = {
    add: words.add,
    chosen: words.chosen,
    noResults: words.none,
    remove: words.remove,
    results: words.results,
    search: words.search,
  }
  return (
    <>
      <Section title="Button, ButtonLink, Dialog">
        <Actions>
          <Button variant="primary">{publish}</Button>
          <Button>{save}</Button>
          <Button variant="quiet">{later}</Button>
          <Button variant="danger">{withdraw}</Button>
        </Actions>
        <Actions>
          <ButtonLink href="#main" variant="primary" iconEnd="forward">
            {words.next}
          </ButtonLink>
          <Button size="small" icon="edit">
            {save}
          </Button>
          <Button disabled>{save}</Button>
          <Dialog
            id="withdraw"
            openLabel={withdraw ?? ''}
            openVariant="danger"
            openSize="small"
            title={words.confirm}
            closeLabel={words.keep}
            actions={<Button variant="danger">{withdraw}</Button>}
          >
            <p>{words.confirmText}</p>
          </Dialog>
        </Actions>
      </Section>
      <form className="stack" noValidate>
        <HiddenField name="step" value="showcase" />
        <ErrorSummary
          title={words.summary}
          errors={[
            { fieldId: 'refused', message: words.error },
            { fieldId: 'refusedKind', message: words.kinds.join(', ') },
          ]}
        />
        <Fieldset legend="TextField, TextArea, NumberField" hint={words.hint} columns>
          <TextField name="job" label={words.label} hint={words.hint} required />
          <TextField
            name="refused"
            label={words.label}
            mark={words.optional}
            errors={[words.error]}
            defaultValue="soud"
          />
          <TextArea name="about" label={words.about} defaultValue={words.text} />
          <NumberField name="distance" label={words.distance} unit="km" defaultValue={30} />
        </Fieldset>
        <Fieldset legend="DateField, BirthDateField, SelectField, FileField" columns>
          <DateField name="start" label={words.start} />
          <BirthDateField
            name="born"
            label={words.born}
            labels={{ day: words.day, month: words.month, year: words.year }}
            months={words.months.split(' ')}
            fromYear={2010}
            toYear={1950}
            defaultValue="1994-03-07"
          />
          <SelectField
            name="region"
            label={words.country}
            options={options(words.regions)}
            emptyLabel={words.choose}
          />
          <FileField name="file" label={words.file} accept=".csv,.xlsx" />
        </Fieldset>
        <Fieldset legend="RadioGroup, CheckboxGroup, Checkbox" columns>
          <RadioGroup
            name="kind"
            label={words.filters}
            options={options(words.kinds, words.kindHints)}
            defaultValue="v1"
          />
          <CheckboxGroup
            name="kinds"
            label={words.filters}
            hint={words.hint}
            options={options(words.kinds)}
            defaultValues={['v0', 'v2']}
            inline
          />
          <RadioGroup
            name="refusedKind"
            label={words.filters}
            errors={[words.error]}
            options={options(words.kinds)}
            inline
          />
          <Checkbox name="consent" label={words.consent} hint={words.consentHint} />
        </Fieldset>
        <Fieldset legend="SearchSelect" columns>
          <SearchSelect
            name="skill"
            label={words.skills}
            searchLabel={words.search}
            query="sou"
            chosen={words.chosenSkills.map(item('c'))}
            results={words.foundSkills.map(item('f'))}
            words={picker}
            suggestUrl="/suggest"
          />
          <SearchSelect
            name="skill2"
            label={words.skills}
            hint={words.hint}
            searchLabel={words.search}
            query="xyz"
            chosen={[]}
            results={[]}
            words={picker}
          />
        </Fieldset>
      </form>
    </>
  )
}
