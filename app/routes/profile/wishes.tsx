import { countryPack } from '#app/domain/countries/index.ts'
import { kinds, licences, payPeriods } from '#app/domain/profile/profile.ts'
import { wishesForm } from '#app/domain/profile/profile-forms.ts'
import { saveWishes } from '#app/domain/profile/save-wishes.server.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.ts'
import { parseForm, unprocessable } from '#app/server/forms.server.ts'
import { page } from '#app/server/page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Fields } from '#app/ui/fieldset.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { fromList } from '#db/codec.ts'
import type { Route } from './+types/wishes'
import { basePath, changeOf, openStep, saveStep } from './step.server.ts'
import { fieldText, fieldTexts, StepPage } from './step-page.tsx'

export function loader(args: Route.LoaderArgs) {
  return page(args, async (context) => {
    const { profile, base } = await openStep(context, args.params)
    const { contractKinds, currency } = countryPack(profile.country)
    return {
      base,
      version: profile.version,
      kinds: fromList(profile.kinds),
      contracts: fromList(profile.contracts),
      licences: fromList(profile.licences),
      availableFrom: profile.available_from,
      payAmount:
        profile.pay_amount === null ? null : profile.pay_amount / 10 ** currency.minorDigits,
      payPeriod: profile.pay_period ?? 'month',
      currency: currency.names[context.locale],
      contractOptions: contractKinds.map(({ id, names }) => ({
        value: id,
        label: names[context.locale],
      })),
    }
  })
}

export function action(args: Route.ActionArgs) {
  return page(args, async (context) => {
    const form = await args.request.formData()
    const parsed = parseForm(form, wishesForm, context.t)
    if (!parsed.ok) return unprocessable(parsed.result)
    const { version, ...input } = parsed.value
    return saveStep(context, form, basePath(context, args.params), (deps) =>
      saveWishes(deps, changeOf(context, args.params, version), input),
    )
  })
}

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('profile.wishes.title') }) }]
}

export default function Wishes({ loaderData: stored, actionData }: Route.ComponentProps) {
  const t = useT()
  const errors = actionData?.errors ?? {}
  return (
    <StepPage
      title={t('profile.wishes.title')}
      intro={t('profile.wishes.intro')}
      back={stored.base}
      result={actionData}
    >
      <form method="post" noValidate className="stack">
        <HiddenField name="version" value={fieldText(actionData, 'version', stored.version)} />
        <Fields>
          <CheckboxGroup
            name="kinds"
            label={t('profile.wishes.kinds')}
            options={kinds.map((kind) => ({ value: kind, label: t(`profile.kinds.${kind}`) }))}
            defaultValues={fieldTexts(actionData, 'kinds', stored.kinds)}
            errors={errors.kinds}
          />
          <CheckboxGroup
            name="contracts"
            label={t('profile.wishes.contracts')}
            mark={t('common.optional')}
            hint={t('profile.wishes.contractsHint')}
            options={stored.contractOptions}
            defaultValues={fieldTexts(actionData, 'contracts', stored.contracts)}
            errors={errors.contracts}
          />
          <DateField
            name="availableFrom"
            label={t('profile.wishes.availableFrom')}
            mark={t('common.optional')}
            hint={t('profile.wishes.availableHint')}
            defaultValue={fieldText(actionData, 'availableFrom', stored.availableFrom)}
            errors={errors.availableFrom}
          />
          <Fields columns>
            <NumberField
              name="payAmount"
              label={t('profile.wishes.pay')}
              mark={t('common.optional')}
              hint={t('profile.wishes.payHint', { currency: stored.currency })}
              defaultValue={fieldText(actionData, 'payAmount', stored.payAmount)}
              errors={errors.payAmount}
            />
            <SelectField
              name="payPeriod"
              label={t('profile.wishes.payPeriod')}
              options={payPeriods.map((period) => ({
                value: period,
                label: t(`profile.wishes.periods.${period}`),
              }))}
              defaultValue={fieldText(actionData, 'payPeriod', stored.payPeriod)}
              errors={errors.payPeriod}
            />
          </Fields>
          <CheckboxGroup
            name="licences"
            label={t('profile.wishes.licences')}
            mark={t('common.optional')}
            options={licences.map((one) => ({ value: one, label: t(`profile.licences.${one}`) }))}
            defaultValues={fieldTexts(actionData, 'licences', stored.licences)}
            errors={errors.licences}
          />
        </Fields>
        <div className="actions">
          <Button variant="primary">{t('profile.wishes.save')}</Button>
        </div>
      </form>
    </StepPage>
  )
}
