/**
 * Notes as reps write them, each rated by hand for what it tells the next reader: 0 nothing, 1 that something happened,
 * 2 what, 3 enough to take over, 4 enough to take over and to know when and with whom. The rater was written before
 * the notes and was not tuned on them. `copyOf` is the number of the note whose words it takes over.
 */
export const ratedNotes: readonly {
  readonly rating: 0 | 1 | 2 | 3 | 4
  readonly text: string
  readonly copyOf?: number
}[] = [
  { rating: 0, text: '已联系' },
  { rating: 0, text: '跟进中' },
  { rating: 0, text: '正常跟进，客户忙' },
  { rating: 0, text: '电话沟通，保持联系' },
  { rating: 0, text: 'ok' },
  { rating: 0, text: 'followed up' },
  { rating: 0, text: '继续跟进中。。。' },
  { rating: 0, text: '微信联系了，暂无情况' },
  { rating: 0, text: '1' },
  { rating: 0, text: 'called, keep in touch' },
  { rating: 1, text: '客户说再考虑考虑' },
  { rating: 1, text: '见了一面，聊得不错' },
  { rating: 1, text: '接通了，对方在开会，让晚点打' },
  { rating: 1, text: '加了微信，发了公司介绍' },
  { rating: 1, text: 'Spoke briefly, he was driving' },
  { rating: 1, text: '对我们的产品有点兴趣' },
  { rating: 1, text: '领导出差，过几天再看' },
  { rating: 1, text: 'Left a message with the reception' },
  { rating: 2, text: '客户要报价，主要关心交期' },
  { rating: 2, text: '嫌价格贵，说友商便宜一成' },
  { rating: 2, text: '想先看样品再决定，让我寄一套' },
  { rating: 2, text: '他们在和另外两家对比，预算还没批' },
  { rating: 2, text: 'Wants a demo but is worried about integration' },
  { rating: 2, text: '担心售后，问我们本地有没有服务点' },
  { rating: 2, text: '设备老化要换，今年预算紧张，明年再提' },
  { rating: 2, text: '采购说合同要走法务，流程比较长' },
  { rating: 2, text: 'Asked for a discount, says the competitor is cheaper' },
  { rating: 2, text: '确认了需求是产线改造，具体数量还要和车间核对' },
  { rating: 3, text: '采购刘工要 200 台的报价，预算 80 万以内，担心我们的交期赶不上' },
  { rating: 3, text: '见了技术部王主任，现有两台设备故障多，想换成自动线，要求先出方案' },
  { rating: 3, text: '财务张总监说预算 50 万年底前要用掉，付款希望分三期' },
  { rating: 3, text: '和李经理过了合同，质保从一年改两年，其他条款确认，等法务盖章' },
  { rating: 3, text: 'Met the head of purchasing: 40 seats, budget 120k, wants SSO before signing' },
  { rating: 3, text: '陈厂长看完样机满意，提了三点改进，下周给他答复改动报价' },
  { rating: 3, text: '竞品给了 9 折，采购孙经理希望我们跟，决策在副总那里' },
  { rating: 3, text: '试用了两周，反馈导出慢，负责人赵工要求月底前解决再谈采购' },
  { rating: 3, text: 'CFO Ms Lin worries about payment terms; needs a revised quote with 3 instalments' },
  { rating: 3, text: '客户投诉上批货 3 件破损，质检主管要求换货并给整改说明' },
  {
    rating: 4,
    text: '12月3日上午上门，见到老板和采购周经理：要 300 套，预算 90 万，竞品报价 95 万；约定周五前发三档报价，下周二评审',
  },
  {
    rating: 4,
    text: '王总拍板先试 20 台，交期 15 天，付款 3-7；合同周四发法务，下周一安排技术部李工对接接口',
  },
  {
    rating: 4,
    text: '和设备科陈科长通话 25 分钟：旧线 2018 年的，月产 3 万件不够，明年 3 月扩产；要求周三前给方案和同行案例，预算 200 万由副总审批',
  },
  {
    rating: 4,
    text: 'Visited on Tuesday: buyer Mr Hale needs 60 units by end of March, budget 75k, fears the delivery date; I send the proposal by Friday and we meet the director next week',
  },
  {
    rating: 4,
    text: '财务赵总监同意分期，首付 30%，担心验收标准；约好本周五和技术部孙工一起过验收清单，月底签 120 万合同',
  },
  {
    rating: 4,
    text: '竞品 88 万，我们 95 万；采购吴经理说差价 5 万内给我们，决策人林总周四回来；明天提交价格申请，周四下午再约三方会',
  },
  {
    rating: 4,
    text: '样机到场试了 2 天，车间刘主任要求节拍从 12 秒降到 9 秒；工程部周三给改造报价，下周一 10 点和生产副总评审',
  },
  {
    rating: 4,
    text: 'Call with CTO Dr Wu: 3 systems to integrate, contract worth 400k, legal asks for data clause; revised contract on Monday, decision by December 12',
  },
  { rating: 0, text: '采购刘工要 200 台的报价，预算 80 万以内，担心我们的交期赶不上！', copyOf: 28 },
  {
    rating: 0,
    text: '王总拍板先试20台，交期15天，付款3-7；合同周四发法务，下周一安排技术部李工对接接口。',
    copyOf: 39,
  },
  { rating: 0, text: '嫌价格贵，说友商便宜一成', copyOf: 19 },
  { rating: 0, text: '财务张总监说预算 50 万年底前要用掉，付款希望分 三期', copyOf: 30 },
  {
    rating: 0,
    text: 'Met the head of purchasing: 40 seats, budget 120k, wants SSO before signing.',
    copyOf: 32,
  },
  { rating: 0, text: '试用了两周，反馈导出慢，负责人赵工要求月底前解决再谈采购', copyOf: 35 },
  { rating: 0, text: '见了技术部王主任，现有三台设备故障多，想换成自动线，要求先出方案', copyOf: 29 },
  { rating: 0, text: 'Asked for a discount; says the competitor is cheaper', copyOf: 26 },
]
