import { createContext, useContext } from 'react'

/** The request's reference number, for pages that could not load anything else. */
const RequestIdContext = createContext('')

export const RequestIdProvider = RequestIdContext.Provider

/** The reference number of the request being answered. */
export function useRequestId(): string {
  return useContext(RequestIdContext)
}
