import QRCode from 'qrcode'

/** A QR code as one SVG path on a square of `size` units, quiet zone included. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** Draws a text as a QR code. */
export function drawQrCode(text: string): QrCode {
  const quiet = 4
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`
    }
  }
  return { size: modules.size + 2 * quiet, path }
}
