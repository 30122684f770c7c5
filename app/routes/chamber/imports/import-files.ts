const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function answer(body: BodyInit, kind: keyof typeof types, name: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': types[kind],
      'Content-Disposition': `attachment; filename="${name}.${kind}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A workbook to be saved under a name. */
export function xlsxAnswer(bytes: Buffer, name: string): Response {
  return answer(new Uint8Array(bytes), 'xlsx', name)
}

/** A CSV file to be saved under a name. */
export function csvAnswer(text: string, name: string): Response {
  return answer(text, 'csv', name)
}
