import type { NoticeCatalogue, Sentence } from './catalogue.ts'

const nothing: Sentence = () => ''
/** Clauses that are there, joined: `由李雷转来，原因：…`. */
const clauses =
  (...parts: readonly (readonly [key: string, before: string, after?: string])[]): Sentence =>
  (w) => {
    const said = parts
      .filter(([key]) => w.has(key))
      .map(([key, before, after = '']) => before + w(key) + after)
    return said.length === 0 ? '' : `${said.join('，')}。`
  }

export const zhCN: NoticeCatalogue = {
  kinds: {
    item_assigned: {
      title: (w) => `新${w('noun')}：${w('item')}`,
      text: clauses(['actor', '由 ', ' 分配'], ['previous', '原负责人 '], ['why', '']),
    },
    item_moved: {
      title: (w) => `${w('noun')}已转走：${w('item')}`,
      text: clauses(['owner', '现由 ', ' 负责'], ['actor', '由 ', ' 操作'], ['why', '']),
    },
    item_returned: {
      title: (w) => `${w('noun')}已回到公海：${w('item')}`,
      text: clauses(['previous', '原负责人 '], ['actor', '由 ', ' 操作'], ['why', '']),
    },
    item_recalled: {
      title: (w) => `${w('noun')}被收回：${w('item')}`,
      text: clauses(['previous', '原负责人 '], ['cause', '原因：']),
    },
    item_needs_manager: {
      title: (w) => `等待主管选人：${w('item')}`,
      text: () => '推荐人选已备好，请在“分配”中选定。',
    },
    item_closed: {
      title: (w) => `${w('noun')}已关闭：${w('item')}`,
      text: clauses(['outcome', '结果：'], ['actor', '由 ', ' 操作']),
    },
    reminder_due: {
      title: (w) => `请跟进：${w('item')}`,
      text: clauses(['cause', ''], ['at', '截止 ']),
    },
    response_missed: {
      title: (w) => `首次响应已超时：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['at', '时限 ']),
    },
    recall_near: {
      title: (w) => `即将回收：${w('item')}`,
      text: clauses(['at', '将于 ', ' 回收'], ['cause', '因为']),
    },
    manager_needed: {
      title: (w) => `需要主管介入：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['cause', ''], ['at', '截止 ']),
    },
    weekly_checkpoint: {
      title: () => '本周检查点',
      text: (w) => `红 ${w('red')}，黄 ${w('yellow')}，绿 ${w('green')}。`,
    },
    task_assigned: {
      title: (w) => `新任务：${w('item')}`,
      text: clauses(['actor', '由 ', ' 布置'], ['at', '截止 '], ['note', '']),
    },
    task_acknowledged: {
      title: (w) => `任务已确认：${w('item')}`,
      text: clauses(['owner', '', ' 已确认'], ['actor', '由 ', ' 操作']),
    },
    task_deadline_near: { title: (w) => `任务快到期：${w('item')}`, text: clauses(['at', '截止 ']) },
    task_checkpoint_due: {
      title: (w) => `检查点：${w('item')}`,
      text: clauses(['at', '时间 '], ['checkpoint', '']),
    },
    task_behind_plan: {
      title: (w) => `进度落后：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['behind', '落后 ', '%'], ['at', '截止 ']),
    },
    task_overdue: {
      title: (w) => `任务已逾期：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['at', '原定 ']),
    },
    task_blocked: {
      title: (w) => `任务受阻：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['cause', '原因：'], ['note', '']),
    },
    task_done: {
      title: (w) => `任务已完成：${w('item')}`,
      text: clauses(['owner', '负责人 '], ['answer', ''], ['note', '']),
    },
    task_call: {
      title: (w) => `任务征集：${w('item')}`,
      text: clauses(['answer', ''], ['rep', ''], ['cause', ''], ['at', '截止 '], ['note', '']),
    },
    trigger_proposed: {
      title: (w) => `建议换人：${w('item')}`,
      text: (w) =>
        w.has('rep')
          ? `这个${w('noun')}可能更适合 ${w('rep')}，要不要转过去？${w('cause')}`
          : `${w('cause')}请看一看建议。`,
    },
    offer_made: {
      title: (w) => `请确认是否接收：${w('item')}`,
      text: clauses(['at', '请在 ', ' 前答复'], ['why', '']),
    },
    offer_answered: {
      title: (w) => `接收答复：${w('item')}`,
      text: clauses(['rep', ''], ['answer', ''], ['cause', '原因：']),
    },
    pool_claimed: {
      title: (w) => `公海被领取：${w('item')}`,
      text: clauses(['owner', '领取人 '], ['previous', '原负责人 ']),
    },
    pool_unclaimed: {
      title: (w) => `公海里有 ${w('count')} 条没人领`,
      text: clauses(['at', '最早的进入于 ']),
    },
    window_drawn: {
      title: (w) => `抢单有结果：${w('item')}`,
      text: clauses(['winner', '由 ', ' 抢到']),
    },
    handover_requested: {
      title: (w) => `需要交接：${w('item')}`,
      text: clauses(['previous', '由 ', ' 交出'], ['owner', '由 ', ' 接手'], ['at', '截止 ']),
    },
    handover_ready: {
      title: (w) => `交接单待阅读：${w('item')}`,
      text: clauses(['previous', '由 ', ' 交出，确认阅读后开放联系方式']),
    },
    handover_confirmed: {
      title: (w) => `交接已完成：${w('item')}`,
      text: clauses(['owner', '', ' 已接手'], ['note', '']),
    },
    handover_declined: {
      title: (w) => (w.has('waits') ? `交接被拒绝，请重新决定：${w('item')}` : `交接被拒绝：${w('item')}`),
      text: clauses(['rep', '由 ', ' 拒绝'], ['cause', ''], ['note', ''], ['back', '已回到 ', ' 名下']),
    },
    load_near: {
      title: (w) => (w.has('rep') ? `负荷接近上限：${w('rep')}` : '负荷接近上限'),
      text: clauses(['cause', ''], ['load', '当前 ']),
    },
    load_over: {
      title: (w) => (w.has('rep') ? `负荷超限：${w('rep')}` : '负荷超限'),
      text: (w) => `${clauses(['cause', ''], ['load', '当前 '])(w)}已暂停接收，降下来后自动恢复。`,
    },
    load_back: {
      title: (w) => (w.has('rep') ? `负荷已恢复：${w('rep')}` : '负荷已恢复'),
      text: () => '已恢复接收，等得最久的优先。',
    },
    load_relieved: {
      title: (w) => (w.has('rep') ? `已分流：${w('rep')}` : '已分流'),
      text: clauses(['actor', '由 ', ' 安排']),
    },
    policy_published: {
      title: (w) => `分配规则有更新：第 ${w('version')} 版`,
      text: clauses(['actor', '由 ', ' 发布'], ['note', '']),
    },
    import_finished: { title: () => '导入已完成', text: nothing },
  },
  nouns: { lead: '线索', opportunity: '商机', account: '客户', task: '任务' },
  reasons: {
    BEST_SCORE: '综合得分最高',
    NEAR_TIE_DRAW: '得分接近，按种子抽中',
    ONLY_CANDIDATE: '当时只有这一人可接',
    NEXT_IN_ROTATION: '轮到的人',
    LEAST_LOADED: '当时负荷最低',
    MOST_SPARE_CAPACITY: '余量最大',
    BEST_ATTRIBUTE_MATCH: '属性最匹配',
    CUSTOMER_OWNER: '本来就负责该客户',
    OVERRIDE: '主管改派',
    CLAIMED: '自己领取',
    PLANNED: '整体最优方案',
    POOLED_BY_RULE: '规则要求进公海',
    POOLED_NOBODY_ELIGIBLE: '当时没有合适的人',
  },
  codes: {
    call_opened: '可以自荐，也可以推荐同事',
    call_recommended: '有同事推荐您，请答复愿意与否',
    call_candidate: '有新候选人',
    call_ended: '征集已结束',
    call_chosen: '已选定',
    call_closed: '没有选人',
    call_reassigned: '任务已交给他人',
    call_finished: '任务已完成',
    call_over: '已到截止时间',
    review: '待验收',
    won: '赢单',
    lost: '输单',
    invalid: '无效',
    accepted: '已接收',
    declined: '已拒绝',
    expired: '超时未答',
    withdrawn: '已收回',
    busy: '手上太忙',
    no_fit: '不是所长的行业或产品',
    too_far: '区域太远',
    conflict: '与现有客户冲突',
    away_soon: '即将休假或出差',
    bad_data: '资料不实',
    incomplete: '交接内容不全',
    away: '不在岗',
    no_first_response: '超过首次响应时限',
    first_response: '首次响应时限',
    first_response_missed: '超过首次响应时限',
    no_follow_up: '长时间没有跟进',
    no_progress: '长时间没有进展',
    released: '主动退回',
    protection_over: '保护期已过',
    contract_end: '合同到期',
    recall_pinned: '到了回收期限，但负责人是人工指定的',
    tier_up: '客户等级上升',
    sla_missed: '超过首次响应时限',
    overload: '负责人负荷过高',
    owner_on_leave: '负责人休假',
    owner_left: '负责人已离岗',
    customer_replied: '客户有回复',
    capacity_freed: '有更合适的人空出来',
    policy_changed: '规则有更新',
    relief_over: '分流期已过',
    load_index: '负荷指数',
    open_items: '在手数量',
    key_projects: '重点项目数',
    concurrent_opportunities: '在跟商机数',
    high_intent_today: '今日高意向客户数',
    followed_this_month: '本月跟进客户数',
    current_customers: '当前客户数',
  },
  untitled: '未命名记录',
  more: (w) => `还有 ${w('count')} 条，见通知中心`,
  open: '打开',
  mailSubject: (w) => (w.has('more') ? `[配能] ${w('title')} 等 ${w('count')} 条` : `[配能] ${w('title')}`),
  mailFooter: (w) => `在这里调整要收哪些邮件：${w('link')}`,
  test: (w) => `配能测试消息：「${w('name')}」已接通`,
  separator: '、',
  stop: '。',
}
