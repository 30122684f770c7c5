import { createContext, useContext } from 'react'

/** The request's reference number and CSP nonce, for pages that could not load anything else. */
const RequestIdContext = createContext<{ id: string; nonce: string }>({ id: '', nonce: '' })

export const RequestIdProvider = RequestIdContext.Provider

/** The reference number of the request being answered. */
export function useRequestId(): string {
  return useContext(RequestIdContext).id
}

/** The CSP nonce of the request being answered. */
export function useNonce(): string {
  return useContext(RequestIdContext).nonce
}
