import { usePath, useT } from '#app/i18n/use-t.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Section } from '#app/ui/page.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormState } from '../../company/form-state.ts'
import type { columnsView } from './import-view.server.ts'

type View = Awaited<ReturnType<typeof columnsView>>

/** The step at which somebody says what the columns of a list hold. */
export function ColumnsStep({ view, form }: { view: View; form: FormState }) {
  const t = useT()
  return (
    <>
      {view.sheets.length > 1 && (
        <Section title={t('import.sheet.title')}>
          <form method="post" className="fields">
            <HiddenField name="intent" value="sheet" />
            <SelectField
              name="sheet"
              label={t('import.sheet.label')}
              options={view.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              defaultValue={view.sheet ?? undefined}
            />
            <div className="actions">
              <Button>{t('import.sheet.button')}</Button>
            </div>
          </form>
        </Section>
      )}
      <Section title={t('import.columns.title')} intro={t('import.columns.intro')}>
        <form method="post" noValidate className="stack">
          <ErrorSummary title={t('common.errorSummary')} errors={form.summary} />
          <HiddenField name="intent" value="map" />
          <div id="columns">
            <Fields columns>
              {view.columns.map((column) => (
                <SelectField
                  key={column.name}
                  name={column.name}
                  label={
                    <bdi>
                      {column.heading || t('import.columns.nameless', { number: column.number })}
                    </bdi>
                  }
                  hint={
                    column.examples.length > 0 ? (
                      <bdi>
                        {t('import.columns.examples', { examples: column.examples.join(' · ') })}
                      </bdi>
                    ) : (
                      t('import.columns.blank')
                    )
                  }
                  emptyLabel={t('import.columns.ignored')}
                  options={view.fields}
                  defaultValue={form.value(column.name) ?? column.field}
                  errors={form.errors(column.name)}
                />
              ))}
            </Fields>
          </div>
          <div className="actions">
            <Button variant="primary" iconEnd="forward">
              {t('import.columns.button')}
            </Button>
          </div>
        </form>
      </Section>
      <DiscardList />
    </>
  )
}

/** The way out: the list is thrown away, no company is touched. */
export function DiscardList() {
  const t = useT()
  const path = usePath()
  return (
    <div className="cluster">
      <Dialog
        id="discard"
        openLabel={t('import.discard.button')}
        openVariant="quiet"
        openIcon="trash"
        title={t('import.discard.title')}
        closeLabel={t('import.discard.cancel')}
        actions={
          <form method="post">
            <Button variant="danger" name="intent" value="discard">
              {t('import.discard.button')}
            </Button>
          </form>
        }
      >
        <p>{t('import.discard.text')}</p>
      </Dialog>
      <a href={path('/chamber/imports')}>{t('import.title')}</a>
    </div>
  )
}
