// Results while somebody types, for a search form that names what to replace in `data-live`. The same
// page is asked for that the form's button leads to; without this script the button does it.

export {}

const pauseMs = 250
const leastLetters = 3

/** Says that the list is not of the words typed; the script's own element carries it, translated. */
const late = document.querySelector<HTMLElement>('script[data-live-late]')?.dataset.liveLate ?? ''

const form = document.querySelector<HTMLFormElement>('form[data-live]')
const box = form?.querySelector<HTMLInputElement>('input[type=search]')
const connection = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection

if (form && box && !connection?.saveData) {
  const id = form.dataset.live ?? ''
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  form.append(status)

  let timer = 0
  let request: AbortController | undefined
  let shown = box.value.trim()

  /** The address of the results, without what says nothing. */
  const address = () => {
    const url = new URL(form.action)
    for (const [name, value] of new FormData(form)) {
      const said = String(value).trim()
      if (said && (name !== 'km' || url.searchParams.has('place'))) {
        url.searchParams.append(name, said)
      }
    }
    return url
  }

  /** Whether the list is marked as not of the words in the box, where somebody sees it and aloud. */
  const mark = (old: boolean) => {
    const list = document.getElementById(id)
    const note = list?.querySelector('[data-late]')
    if (!old) note?.remove()
    else if (!note) {
      const said = document.createElement('p')
      said.className = 'late'
      said.dataset.late = ''
      said.textContent = late
      list?.querySelector('h2[id]')?.closest('section')?.prepend(said)
    }
    status.textContent = old ? late : (list?.querySelector('h2[id]')?.textContent ?? '')
  }

  const stop = () => {
    clearTimeout(timer)
    request?.abort()
  }

  const show = async () => {
    const text = box.value.trim()
    // An emptied box shows all again; one or two letters are not worth somebody's data.
    if (text && text.length < leastLetters) return
    if (text === shown) return mark(false)
    const mine = new AbortController()
    request = mine
    const url = address()
    try {
      const answer = await fetch(url, { signal: mine.signal })
      // Too much was asked, or the server is busy: the old list must not pass for the answer.
      if (!answer.ok) return mark(true)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const old = document.getElementById(id)
      const found = page.getElementById(id)
      if (mine.signal.aborted) return
      // Whoever has gone on to the results keeps what they are at.
      if (!old || !found || old.contains(document.activeElement)) return mark(true)
      const open = new Set(summaries(old, '[open]').map((one) => one.textContent))
      for (const one of summaries(found)) {
        if (open.has(one.textContent)) one.parentElement?.setAttribute('open', '')
      }
      old.replaceWith(found)
      shown = text
      status.textContent = found.querySelector('h2[id]')?.textContent ?? ''
      history.replaceState(null, '', url)
      // The same page in the other languages has the same words.
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
        link.search = url.search
      }
    } catch {
      // Aborted by newer letters, or offline: the button still works.
      if (!mine.signal.aborted) mark(true)
    }
  }

  box.addEventListener('input', (event) => {
    stop()
    if (event instanceof InputEvent && event.isComposing) return
    timer = window.setTimeout(show, pauseMs)
  })
  box.addEventListener('compositionend', () => {
    stop()
    timer = window.setTimeout(show, pauseMs)
  })
  form.addEventListener('submit', stop)
}

function summaries(inside: Element, state = ''): Element[] {
  return [...inside.querySelectorAll(`details${state} > summary`)]
}
