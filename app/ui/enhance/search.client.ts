// The script of a search page: suggestions for its place box, results while one types.
import './live-results.client.ts'
import './suggest.client.ts'
