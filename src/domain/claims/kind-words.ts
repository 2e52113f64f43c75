/**
 * Words by which a sentence is recognised, as data: the more telling a word, the heavier. Chinese words are looked for
 * anywhere, English ones from the start of a word (`burn` finds burned). Words stand
 * between spaces; `_` is a space within one, `+` joins two that are both said. A new kind adds its row.
 */
export interface KindWords {
  /** Kind of claim (flow id) → weight → words. */
  kinds: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** Answers of choice and yes-no fields that a sentence gives: field → answer → words. The first that fits counts. */
  answers: Readonly<Record<string, readonly (readonly [string | boolean, string])[]>>;
  /** Whom it is about → words. */
  whom: Readonly<Record<'parent' | 'spouse' | 'child', string>>;
  /** Said before one of the words above, takes it away: 没住院. */
  not: string;
}

const ACCIDENT =
  '摔 跌 跤 滑倒 绊倒 磕 撞 车祸 骨折 扭伤 扭了 崴 烫 烧伤 割伤 划伤 砸 碰伤 咬伤 被咬 受伤 受了伤 意外 触电 中毒 ' +
  'fell fall slipped tripped accident injur broke hit burn scald bitten';
const ILLNESS =
  '病 发烧 咳嗽 肺炎 感冒 癌 肿瘤 心梗 脑梗 中风 肚子疼 头晕 高血压 糖尿病 胃 阑尾 发炎 ' +
  'illness ill sick pneumonia fever cough cancer stroke flu';

export const kindWords: KindWords = {
  kinds: {
    hospital: {
      4: '住院 没出院 住进医院 住医院 住进了医院 住了院 住的院 病房 hospital_stay admitted in_hospital_overnight',
      3: '住了+院 出院 开刀 手术 discharged surgery operation',
      1: 'hospital',
    },
    outpatient: {
      4: '门诊 急诊 看医生 看大夫 看病 挂号 看牙 doctor clinic dentist',
      2: '开药 拿药 买药 打针 输液 吊水 挂水 感冒 发烧 咳嗽 拉肚子 fever cough flu medicine',
      1: '医院 医生 大夫 生病 ill sick',
    },
    accident: {
      5: '摔 跌倒 跌了 滑倒 绊倒 骨折 烫伤 烫了 烧伤 被车撞 撞伤 被撞 扭伤 崴 fell slipped tripped fracture scald',
      4: '车祸 受伤 受了伤 割伤 划伤 砸伤 碰伤 咬伤 被咬 磕 触电 中毒 injur accident broke bitten burned',
      2: '意外 撞 砸 碰了 hit knocked',
    },
    illness: {
      6: '癌 肿瘤 白血病 心梗 心肌梗 脑梗 脑出血 中风 尿毒症 透析 cancer tumour tumor leukaemia stroke dialysis',
      5: '大病 重病 重疾 搭桥 移植 heart_attack transplant serious_illness',
    },
    death: {
      9: '去世 过世 离世 身故 死亡 病故 died death passed_away dead',
      7: '死了 不在了 人没了 人走了 爸走了 妈走了 亲走了 伴走了 公走了 婆走了 deceased',
      4: '爸+走了 妈+走了 亲+走了 伴+走了 老公+走了 老婆+走了 丈夫+走了 妻子+走了',
    },
    car: {
      6: '追尾 剐蹭 刮蹭 车被 车子 汽车 轿车 我的车 我车 开车 倒车 停车 车窗 挡风玻璃 轮胎 保险杠 my_car the_car windscreen bumper',
      4: '车祸 car_crash',
    },
    home: {
      6: '漏水 水管 家里进水 房顶 屋顶 天花板 房子 家里着火 失火 火灾 入室 家里被偷 家被偷 暖气 pipe leak roof my_home my_house my_flat burgl break-in',
      4: '着火 起火 小偷 被偷 fire storm',
    },
  },
  answers: {
    cause: [
      ['accident', ACCIDENT],
      ['illness', ILLNESS],
    ],
    deathCause: [
      ['accident', `${ACCIDENT} 淹 drowned`],
      ['illness', ILLNESS],
    ],
    discharged: [
      [false, '还在住院 还没出院 没有出院 没出院 住着院 正在住院 still_in_hospital'],
      [true, '出院 discharged out_of_hospital'],
    ],
    stayed: [[true, '住院 住进医院 住了院 admitted hospital_stay']],
    accidentHow: [
      ['traffic', '车祸 被车撞 被车 撞车 骑车 car_accident road_accident run_over hit_by_a_car'],
      ['fall', '摔 跌 滑倒 绊倒 跤 fell fall slipped tripped'],
      ['burn', '烫 烧伤 burn scald'],
      ['hit', '砸 磕 碰 撞 夹 hit knocked'],
    ],
    illnessKind: [
      ['cancer', '癌 肿瘤 白血病 cancer tumour tumor leukaemia'],
      ['stroke', '中风 脑梗 脑出血 脑溢血 stroke'],
      ['heart', '心梗 心肌梗 搭桥 冠心病 heart'],
      ['kidney', '尿毒症 透析 肾 kidney dialysis'],
    ],
    carHow: [
      ['theft', '偷 stolen theft'],
      ['scratch', '刮 剐 划 蹭 scratch'],
      ['glass', '玻璃 车窗 glass windscreen'],
      ['weather', '淹 冰雹 台风 大雨 树砸 树倒 flood hail storm'],
      ['bump', '追尾 撞 碰 crash bump dent'],
    ],
    homeHow: [
      ['fire', '火 fire'],
      ['theft', '偷 入室 stolen burgl break-in'],
      ['water', '漏水 水管 进水 淹 water pipe leak'],
      ['weather', '台风 大风 大雨 暴雨 storm'],
    ],
  },
  whom: {
    parent:
      '我妈 我爸 妈妈 爸爸 母亲 父亲 老妈 老爸 公公 婆婆 岳父 岳母 my_mother my_father my_mum my_dad my_mom',
    spouse: '老伴 爱人 老公 老婆 丈夫 妻子 我先生 我太太 my_husband my_wife',
    child: '我儿子 我女儿 孩子 我女 我儿 闺女 my_son my_daughter my_child',
  },
  not: "没 没有 没去 没有去 未 不用 不用去 不是 并未 not no didn’t didn't wasn’t wasn't without",
};
