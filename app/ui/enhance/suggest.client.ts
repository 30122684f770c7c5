// Live suggestions for text boxes that name an address in `data-suggest`: the combobox pattern of
// ARIA 1.2. Without this script the same boxes work by their search button.

export {}

interface Suggestion {
  readonly value: string
  readonly label: string
  readonly hint: string | null
}

const pauseMs = 200
const leastLetters = 2

/** The script's own element carries the words, translated: `found` with `#` for a number, and `none`. */
const words = document.querySelector<HTMLElement>('script[data-suggest-found]')?.dataset ?? {}

let count = 0

function enhance(input: HTMLInputElement): void {
  const address = input.dataset.suggest
  if (!address) return
  const id = `suggest-${++count}`
  const frame = document.createElement('div')
  frame.className = 'results'
  const list = document.createElement('ul')
  list.id = id
  list.setAttribute('role', 'listbox')
  list.hidden = true
  frame.append(list)
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '')
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  const row = input.closest('.search-row') ?? input
  row.after(frame, status)

  input.setAttribute('role', 'combobox')
  input.autocomplete = 'off'
  // The browser's own list would lie over this one.
  input.removeAttribute('list')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', id)

  const known = new Map<string, readonly Suggestion[]>()
  let shown: readonly Suggestion[] = []
  let active = -1
  let timer = 0
  let request: AbortController | null = null

  const close = () => {
    clearTimeout(timer)
    request?.abort()
    list.hidden = true
    activate(-1)
    input.setAttribute('aria-expanded', 'false')
  }

  const activate = (at: number) => {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = at
    const option = list.children[at]
    if (!option) {
      input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  const choose = (chosen: Suggestion) => {
    close()
    const { form } = input
    const name = input.dataset.suggestName
    if (!name || !form) {
      input.value = chosen.label
      input.dispatchEvent(new Event('change', { bubbles: true }))
      form?.requestSubmit(row.querySelector('button'))
      return
    }
    // The same button that the search without script offers for this result.
    const button = document.createElement('button')
    button.name = `${name}-add`
    button.value = chosen.value
    button.formNoValidate = true
    button.hidden = true
    form.append(button)
    input.value = ''
    form.requestSubmit(button)
  }

  const show = (found: readonly Suggestion[]) => {
    shown = found
    active = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(
      ...found.map((suggestion, at) => {
        const option = document.createElement('li')
        option.id = `${id}-${at}`
        option.setAttribute('role', 'option')
        option.className = 'result aria-selected:bg-lagoon-soft'
        option.setAttribute('aria-selected', 'false')
        const text = document.createElement('span')
        text.append(isolated(suggestion.label))
        option.append(text)
        if (suggestion.hint) {
          const hint = document.createElement('span')
          hint.className = 'result-detail'
          hint.append(isolated(suggestion.hint))
          text.append(hint)
        }
        // Keeps the focus in the box, so that choosing is not also leaving it.
        option.addEventListener('pointerdown', (event) => event.preventDefault())
        option.addEventListener('click', () => choose(suggestion))
        return option
      }),
    )
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    status.textContent =
      found.length > 0
        ? (words.suggestFound ?? '#').replace('#', String(found.length))
        : (words.suggestNone ?? '')
  }

  const ask = async () => {
    const text = input.value.trim().slice(0, 100)
    request?.abort()
    if (text.length < leastLetters) return close()
    const before = known.get(text)
    if (before) return show(before)
    const mine = new AbortController()
    request = mine
    try {
      const url = new URL(address, location.href)
      url.searchParams.set('q', text)
      const response = await fetch(url, { signal: mine.signal, credentials: 'same-origin' })
      if (!response.ok) return close()
      const found: readonly Suggestion[] = await response.json()
      known.set(text, found)
      if (!mine.signal.aborted && document.activeElement === input) show(found)
    } catch {
      // Aborted, or offline: the search button still works.
      if (!mine.signal.aborted) close()
    }
  }

  input.addEventListener('input', (event) => {
    clearTimeout(timer)
    if (event instanceof InputEvent && event.isComposing) return
    timer = window.setTimeout(ask, pauseMs)
  })
  input.addEventListener('compositionend', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, pauseMs)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const open = !list.hidden
    const last = shown.length - 1
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) {
        if (event.key === 'ArrowDown') void ask()
        return
      }
      const step = event.key === 'ArrowDown' ? 1 : -1
      // Beyond either end is the box itself, with what was typed.
      const next = active + step
      activate(next > last ? -1 : next < -1 ? last : next)
    } else if (event.key === 'Enter' && open) {
      const chosen = shown[active]
      if (!chosen) return close()
      event.preventDefault()
      choose(chosen)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      close()
    }
  })
}

/** Text in its own direction, on the side where the page begins. */
function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi')
  element.textContent = text
  return element
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
  enhance(input)
}
