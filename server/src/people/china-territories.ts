/** Sales regions as they are commonly cut, with their provinces; `aliases` are the spellings sheets come with. */
export interface SeedProvince {
  readonly name: string
  readonly aliases: readonly string[]
}

const province = (name: string, english: string, suffix = '省'): SeedProvince => ({
  name,
  aliases: [`${name}${suffix}`, english],
})
const municipality = (name: string, english: string): SeedProvince => province(name, english, '市')

export const chinaRegions: Readonly<Record<string, readonly SeedProvince[]>> = {
  华北: [
    municipality('北京', 'Beijing'),
    municipality('天津', 'Tianjin'),
    province('河北', 'Hebei'),
    province('山西', 'Shanxi'),
    province('内蒙古', 'Inner Mongolia', '自治区'),
  ],
  东北: [province('辽宁', 'Liaoning'), province('吉林', 'Jilin'), province('黑龙江', 'Heilongjiang')],
  华东: [
    municipality('上海', 'Shanghai'),
    province('江苏', 'Jiangsu'),
    province('浙江', 'Zhejiang'),
    province('安徽', 'Anhui'),
    province('福建', 'Fujian'),
    province('江西', 'Jiangxi'),
    province('山东', 'Shandong'),
  ],
  华中: [province('河南', 'Henan'), province('湖北', 'Hubei'), province('湖南', 'Hunan')],
  华南: [
    province('广东', 'Guangdong'),
    province('广西', 'Guangxi', '壮族自治区'),
    province('海南', 'Hainan'),
  ],
  西南: [
    municipality('重庆', 'Chongqing'),
    province('四川', 'Sichuan'),
    province('贵州', 'Guizhou'),
    province('云南', 'Yunnan'),
    province('西藏', 'Tibet', '自治区'),
  ],
  西北: [
    province('陕西', 'Shaanxi'),
    province('甘肃', 'Gansu'),
    province('青海', 'Qinghai'),
    province('宁夏', 'Ningxia', '回族自治区'),
    province('新疆', 'Xinjiang', '维吾尔自治区'),
  ],
  港澳台: [
    province('香港', 'Hong Kong', '特别行政区'),
    province('澳门', 'Macao', '特别行政区'),
    province('台湾', 'Taiwan'),
  ],
}
