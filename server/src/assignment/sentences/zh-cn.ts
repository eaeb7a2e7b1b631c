import type { SentenceCatalogue, Words } from './catalogue.ts'

const lead = (w: Words): string => (w.has('margin') ? `，比第二名${w('runnerUp')}高 ${w('margin')} 分` : '')
const relaxes = (w: Words): string => (w.has('relaxesAt') ? `；${w('relaxesAt')} 起放宽条件再试` : '')
const oldPrices = (w: Words): string =>
  w.has('pricesAgeMinutes') ? `；上次方案的时间价格已过 ${w('pricesAgeMinutes')} 分钟，未予采用` : ''
const who = (w: Words): string => (w.has('exclusions') ? `（${w('exclusions')}）` : '')

export const zhCN: SentenceCatalogue = {
  separator: '、',
  reasons: {
    BEST_SCORE: (w) =>
      `在 ${w('eligible')} 位可接手的销售中综合得分最高：${w('total')} 分${lead(w)}${oldPrices(w)}`,
    NEAR_TIE_DRAW: (w) =>
      `在 ${w('eligible')} 位可接手的销售中，前 ${w('nearTies')} 位得分几乎相同，按种子抽签选出（${w('total')} 分）${oldPrices(w)}`,
    ONLY_CANDIDATE: (w) => `只有这一位销售现在可以接手（${w('total')} 分）${oldPrices(w)}`,
    NEXT_IN_ROTATION: (w) =>
      `按轮转轮到这一位：在 ${w('eligible')} 位可接手的销售中，与应得份额相比得到的最少`,
    LEAST_LOADED: (w) => `在 ${w('eligible')} 位可接手的销售中，当前负荷最低`,
    MOST_SPARE_CAPACITY: (w) => `在 ${w('eligible')} 位可接手的销售中，空余承载的比例最大`,
    BEST_ATTRIBUTE_MATCH: (w) => `在 ${w('eligible')} 位可接手的销售中，与客户属性吻合的项最多`,
    CUSTOMER_OWNER: () => '客户已由这位销售负责，新线索归同一位负责人',
    OVERRIDE: (w) => (w.has('note') ? `主管人工改派：${w('note')}` : '主管人工改派'),
    CLAIMED: () => '由销售从公海领取',
    PLANNED: (w) =>
      w.has('value') ? `批量规划的整体最优安排（价值 ${w('value')}）` : '批量规划的整体最优安排',
    REOPTIMISED: (w) =>
      w.has('from')
        ? w.has('gain')
          ? `定时优化改派：扣除交接代价后，比由${w('from')}负责多 ${w('gain')} 分`
          : `定时优化改派：从${w('from')}处移出，为更有价值的工作腾出承载`
        : `定时优化分配：现在最合适的去处（价值 ${w('value')}）`,
    POOLED_BELOW_PRICE: (w) =>
      `价值 ${w('value')} 分，而能接手的人时间价格至少 ${w('price')} 分：先进入公海，等人领取或时间价格回落`,
    WAITING_BELOW_PRICE: (w) =>
      `价值 ${w('value')} 分，而能接手的人时间价格至少 ${w('price')} 分：先让给价值更高的线索`,
    POOLED_BY_RULE: () => '按规则直接进入公海',
    POOLED_NOBODY_ELIGIBLE: (w) => `现在没有人可以接手${who(w)}，按规则进入公海`,
    WAITING_NO_REPS: () => '还没有在职的销售，先进入待分配',
    WAITING_ALL_FULL: (w) => `合适的销售都已满负荷或达到接收上限${who(w)}${relaxes(w)}`,
    WAITING_NOBODY_ON_DUTY: (w) => `合适的销售现在都不在岗${who(w)}${relaxes(w)}`,
    WAITING_NOT_COVERED: (w) => `没有销售覆盖这条线索的地区、行业或产品${who(w)}${relaxes(w)}`,
    WAITING_NO_SKILL: (w) => `没有销售具备所需的标签或等级${who(w)}${relaxes(w)}`,
    WAITING_NOBODY_IN_RULE: (w) => `规则限定的范围内没有可选的销售${who(w)}${relaxes(w)}`,
    WAITING_MIXED: (w) => `现在没有人可以接手，原因各不相同${who(w)}${relaxes(w)}`,
    WAITING_FOR_MANAGER: (w) =>
      w.has('eligible') ? `已列出 ${w('eligible')} 位推荐人选，等主管选定` : '等主管安排分配',
    POOLED_RECALLED: () => '未按期跟进，已回收到公海',
    POOLED_RELEASED: (w) => (w.has('note') ? `已退回公海：${w('note')}` : '负责人已退回公海'),
    POOLED_IMPORTED: () => '导入时进入公海',
    POOLED_NO_TAKER: (w) => `已询问 ${w('rounds')} 次，无人接单，进入公海`,
    WAITING_NO_TAKER: (w) =>
      w.has('rounds')
        ? `已询问 ${w('rounds')} 次，无人接单，等主管指定`
        : '合适的人都已谢绝或未在时限内接单，等主管指定',
    WAITING_CONTENTION: () => '同一时刻分配过于集中，稍后自动再试',
  },
  exclusions: {
    REP_INACTIVE: '已停用或离职',
    REP_PAUSED: '已暂停接收',
    REP_ON_LEAVE: '正在休假',
    REP_OFF_DUTY: '现在不在工作时间',
    EXCLUDED_FOR_ITEM: '这条线索不再分给此人（刚退回）',
    ROLE_NOT_IN_RULE: '岗位不在规则范围内',
    TEAM_NOT_IN_RULE: '团队不在规则范围内',
    REP_NOT_IN_RULE: '不在规则指定的人员中',
    LEVEL_NOT_IN_RULE: '经验等级不在规则范围内',
    TERRITORY_NOT_IN_RULE: '负责区域不在规则范围内',
    REGION_NOT_COVERED: '不负责这个地区',
    INDUSTRY_NOT_COVERED: '不负责这个行业',
    PRODUCT_NOT_COVERED: '不销售这条产品线',
    TAG_MISSING: '缺少所需的能力标签',
    TAG_LEVEL_TOO_LOW: '能力标签的等级不够',
    LOAD_INDEX_FULL: '再接就超过负荷指数上限',
    OPEN_ITEMS_FULL: '手上的条数已到上限',
    KEY_PROJECTS_FULL: '在跟的重点项目已到上限',
    OPPORTUNITIES_FULL: '并行商机已到上限',
    HIGH_INTENT_FULL: '今天处理的高意向客户已到上限',
    FOLLOWED_FULL: '本月跟进的客户已到上限',
    CUSTOMERS_FULL: '现有客户数已到上限',
    DAILY_MAX_REACHED: '今天的接收上限已满',
    WEEKLY_MAX_REACHED: '本周的接收上限已满',
    MONTHLY_MAX_REACHED: '本月的接收上限已满',
    DECLINED_OFFER: '已谢绝这条线索',
    OFFER_EXPIRED: '没有在时限内接单',
    CAP_WINDOW: '这段时间内同类线索已达限额',
    BACKLOG_SHARE: '开工前积压的线索已领满应得份额',
  },
  terms: {
    WIN_VALUE: (w) => `赢单概率 ${w('percent')}，结合客户价值：${w('points')}`,
    FIT_INDUSTRY: (w) =>
      w.has('yes') ? `擅长这个行业：${w('points')}` : `没有这个行业的专长：${w('points')}`,
    FIT_PRODUCT: (w) =>
      w.has('named')
        ? `专做这条产品线：${w('points')}`
        : w.has('yes')
          ? `可售全部产品：${w('points')}`
          : `产品线没有加分：${w('points')}`,
    FIT_TAGS: (w) => `能力标签等级合计 ${w('raw')}：${w('points')}`,
    HEADROOM: (w) => `空余承载 ${w('permille')}：${w('points')}`,
    FAIRNESS: (w) =>
      w.has('owed')
        ? `比应得少 ${w('turns')} 轮：${w('points')}`
        : w.has('ahead')
          ? `比应得多 ${w('turns')} 轮：${w('points')}`
          : `正好是应得的份额：${w('points')}`,
    FLOOR: (w) =>
      w.has('yes') ? `离保底还差 ${w('raw')} 条：${w('points')}` : `没有未满的保底：${w('points')}`,
    CONTINUITY: (w) =>
      w.has('owner')
        ? `是客户的负责人：${w('points')}`
        : w.has('yes')
          ? `成交过同类客户：${w('points')}`
          : `没有成交过同类客户：${w('points')}`,
    DEVELOPMENT: (w) =>
      w.has('yes') ? `任务适合其经验等级：${w('points')}` : `任务与其经验等级没有加分：${w('points')}`,
    ROTATION_TURN: (w) =>
      w.has('owed')
        ? `比应得少 ${w('turns')} 轮：${w('points')}`
        : w.has('ahead')
          ? `比应得多 ${w('turns')} 轮：${w('points')}`
          : `正好是应得的份额：${w('points')}`,
    PERFORMANCE: (w) => `按业绩和跟进速度调整的轮次：${w('points')}`,
    LOAD: (w) => `当前负荷 ${w('load')} 点：${w('points')}`,
    SPARE_CAPACITY: (w) => `空余承载 ${w('share')}：${w('points')}`,
    ATTRIBUTE_MATCH: (w) => `吻合的客户属性 ${w('raw')} 项：${w('points')}`,
    TIME_PRICE: (w) => `上次方案得出的时间价格：${w('points')}`,
    HAND_OVER: (w) =>
      w.has('yes') ? `更换负责人的代价：${w('points')}` : `已由其负责，无需交接：${w('points')}`,
  },
  releases: {
    capacity_freed: () => '有人结束、转出或退回手上的工作后，等得最久的先分配',
    on_duty: (w) => (w.has('at') ? `${w('at')} 有人上岗后分配` : '有人上岗后分配'),
    period_starts: (w) => `${w('at')} 新的周期开始后分配`,
    relaxes: (w) => `${w('at')} 放宽条件后再试`,
    roster_changed: () => '增加或调整合适的销售后分配',
    manager_decides: () => '由主管从推荐名单中选定后分配',
    prices_fall: (w) => `有人的时间价格降下来后分配，最迟 ${w('at')}`,
    retry: () => '稍后自动再试',
  },
  personalLimit: (w) => `个人上限 ${w('value')}，自 ${w('since')} 起，起始值 ${w('start')}`,
  proposals: {
    EXPERT_SQUAD: (w) =>
      `重点行业没有对口专家，建议由${w('lead')}牵头${w.has('members') ? `、${w('members')}参加` : ''}组成攻坚小组`,
  },
}
