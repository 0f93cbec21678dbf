import { createEngine, RULES } from 'csclab'

/** Conflict 12, edited on both sides, read as state 44, changed on the server only: a rule broken on purpose. */
export const engine = createEngine({
  name: 'careless',
  rules: {
    ...RULES,
    classify(local, server) {
      const cell = RULES.classify(local, server)
      return cell === 12 ? 44 : cell
    },
  },
})
