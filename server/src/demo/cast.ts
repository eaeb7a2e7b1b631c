import type { RandomStream } from '@peineng/engine'

/** The invented company: nobody here exists. Names are drawn from common ones by a seeded stream. */
export const COMPANY = { name: '云帆医疗科技', slug: 'yunfan-demo' } as const

export interface DemoRegion {
  readonly name: string
  readonly provinces: readonly string[]
}

export const REGIONS: readonly DemoRegion[] = [
  { name: '华东', provinces: ['上海', '江苏', '浙江', '山东'] },
  { name: '华南', provinces: ['广东', '广西', '海南'] },
  { name: '华北', provinces: ['北京', '天津', '河北'] },
  { name: '华中', provinces: ['湖北', '湖南', '河南'] },
  { name: '西南', provinces: ['四川', '重庆', '云南'] },
]

export const INDUSTRIES = ['体外诊断', '骨科耗材', '医学影像', '口腔', '康复', '实验室设备'] as const
export const PRODUCTS = [
  '全自动生化仪',
  '关节植入系统',
  '便携彩超',
  '口扫仪',
  '康复机器人',
  '低温离心机',
] as const
export const SOURCES = ['官网', '展会', '老客户推荐', '百度推广', '公众号', '电话咨询'] as const

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余'
const GIVEN = [
  '敏',
  '芳',
  '静',
  '磊',
  '强',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '建华',
  '文博',
  '子涵',
  '雨桐',
  '思远',
  '佳宁',
  '志鹏',
  '晓燕',
  '浩然',
  '欣怡',
  '俊杰',
  '海涛',
  '丽娜',
  '永强',
  '春梅',
  '国栋',
  '若曦',
  '家豪',
]
const HOSPITALS = [
  '人民医院',
  '中心医院',
  '第一医院',
  '妇幼保健院',
  '中医院',
  '骨科医院',
  '口腔医院',
  '康复医院',
  '体检中心',
]
const COMPANIES = [
  '瑞康',
  '博雅',
  '天元',
  '仁和',
  '康宁',
  '远景',
  '华康',
  '安泰',
  '嘉会',
  '明德',
  '同济',
  '百川',
  '和睦',
  '新桥',
  '泰安',
]

export const pick = <T>(random: RandomStream, list: ArrayLike<T>): T => list[random.nextInt(list.length)] as T

export const personName = (random: RandomStream): string => `${pick(random, SURNAMES)}${pick(random, GIVEN)}`

export function companyName(random: RandomStream, province: string): string {
  return random.nextInt(3) === 0
    ? `${province}${pick(random, COMPANIES)}医疗器械有限公司`
    : `${province}${pick(random, COMPANIES)}${pick(random, HOSPITALS)}`
}

/** A number in a block that is not given out (199 followed by zeros is kept for this). */
export const phoneNumber = (random: RandomStream, index: number): string =>
  `1990${String(index).padStart(5, '0')}${String(random.nextInt(100)).padStart(2, '0')}`
