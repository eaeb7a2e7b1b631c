import { addProblemSentences } from '../../app/problem-sentence.ts'
import { m } from '../../i18n/messages.ts'

// What an address somebody typed in is refused for.
addProblemSentences({
  TARGET_PRIVATE: () => m.problem_target_private(),
  TARGET_NOT_HTTPS: () => m.problem_target_not_https(),
  TARGET_MALFORMED: () => m.problem_target_malformed(),
  ROBOT_HOST: () => m.problem_robot_host(),
})
