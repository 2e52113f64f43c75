/**
 * The first characters of family names: the classic hundred and those that are frequent today. A name that begins with
 * none of them was misread, or is so rare that its owner had better be asked.
 */
const SURNAMES =
  '阎赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐' +
  '费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁' +
  '杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚' +
  '程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙' +
  '叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温' +
  '别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾' +
  '毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公万俟上官司徒诸葛尉迟皇甫淳于单于太叔申屠仲孙轩辕令狐钟离宇文长孙慕容鲜于闾丘端木独孤' +
  '南宫呼延东方西门夏侯欧阳覃肖付闫代苟牟侬佟佘佴但冼刑化仝丘卿厚双召撒台同呙喇回图墨妥姒字官宛宝寸展山岳岩岱帅年库庹庚度开弋强归录' +
  '战户手扎才拉揭揣摆操攸教敏敬斯旷旺是普智晋晓曙月朴权来查栗棘楚植楼檀欣檫次正母毓水泉法泮泰海涂淦渠渡漆漆潭澹濯火灿热焉燎爱牙犹玄' +
  '玉环理琚甯生用留略疏白皋益盘矣矫硕碧磨祢禚税稽竹笪箫粘粟紫綦纳线练缑缴缑罕者耶职肇腾臣自舍芦苑英茶荔莎莱菅萨蒿蓝蔄虎衣褟西要訾谌谯' +
  '豆贠赏赫起超辜达过运还迪逢逯邝邸郄郇郎郸鄢鄞酒酱里钦铁银锁锺镇镡门问闭阳阿降隋随雒青靖鞠音頡风首香鲜鹿麦黑齐龚由蓝岳帅缑亢况有琴仉' +
  '旮尼哈墨年言福佘佟揭';

/** Words that stand beside names on papers, and never in one; 月 and 年 alone are in many. */
const NO_NAME = /[性别族址号码费:：()（）\d]|姓名|出生|年月|月日|票据|开票|交款|收款|单位|医院/;

/** Characters that write the sounds of Mongolian, Tibetan, Uyghur, Kazakh and Yi names. */
const SOUNDS = new Set(
  '阿艾爱敖奥巴白拜班包宝保贝比毕波博布才查其齐琪策曾茶朝楚次慈达丹单当道德登迪丁东都独多额恩尔发尕嘎噶盖格高哥根贡古桂果哈海罕浩合贺赫呼胡花华基吉即加嘉贾江金晋久卡凯康柯科克库拉来兰朗勒乐雷里力丽利连林龙隆鲁伦罗洛马玛买麦曼芒梅美蒙孟米密敏明莫木穆那纳娜乃尼妮宁努诺欧帕潘佩彭皮平普恰恰强青琼曲却然热仁日茹荣如若萨赛三桑色森沙莎山尚生圣诗什舒斯松苏素索所塔台太坦陶腾特提铁通同图吐托娃瓦万旺维为卫文翁沃乌吾伍西希喜夏先肖孝谢央扬杨雅亚也业依伊以因银英永勇尤玉云扎泽增站张哲珍卓资孜子宗祖措旦珠姆茜莲高音晓草增嘉央木拥',
);

/** Nationalities whose names are written with a dot between their parts. */
const WITH_DOT = new Set('维吾尔 哈萨克 柯尔克孜 塔吉克 乌孜别克 塔塔尔 俄罗斯'.split(' '));

/** A name that is written by its sounds: longer than others, and all of such characters. */
function isBySound(text: string): boolean {
  return text.length >= 5 && text.length <= 8 && [...text].every((sign) => SOUNDS.has(sign));
}

/**
 * Whether this can be a person's name: two to four characters that begin with a family name, or the longer names of
 * other nationalities, with a dot or written by their sounds. Catches most misreadings of the first character (覃 read
 * as 草), none of the others.
 * @param nationality as the same card says it: most of the 55 others have names without a family name
 */
export function isPersonName(text: string, nationality?: string): boolean {
  if (NO_NAME.test(text) || !/^[\u3400-\u9fff·]+$/.test(text)) return false;
  if (text.includes('·')) return /^[^·]{1,10}(·[^·]{1,10}){1,3}$/.test(text);
  // Without its dot such a name is another: one that long was not read whole.
  if (nationality && WITH_DOT.has(nationality) && text.length >= 4) return false;
  if (nationality && nationality !== '汉' && text.length >= 4 && text.length <= 10) return true;
  if (isBySound(text)) return true;
  return text.length >= 2 && text.length <= 4 && SURNAMES.includes(text[0] ?? '');
}

/** The 56 nationalities as identity cards write them. */
const NATIONALITIES = new Set(
  (
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
    '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 ' +
    '独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
);

/** A nationality as it is written, where the text is one. */
export function nationalityOf(text: string): string | undefined {
  // The only one that another character is commonly read for.
  const own = text === '士家' ? '土家' : text;
  return NATIONALITIES.has(own) ? own : undefined;
}

const HOSPITAL_END =
  /(医院|卫生院|卫生室|卫生所|卫生站|服务站|医务室|服务中心|医疗中心|医学中心|诊所|门诊部|保健院|保健所|防治院|防治所|疗养院|护理院|分院|院区|总院|急救中心|中心)(\([^()]{1,12}\))?$/;

/** Words with which names of hospitals end; the last one in a line ends the name, or a stamp's words follow. */
const LAST_WORD = /医院|卫生院|卫生室|服务站|服务中心|卫生中心|医疗中心|保健院|诊所|门诊部/g;

/** What stamps over a hospital's name leave behind it: 收费专用章, whole or in parts, its first characters misread. */
const STAMP_REST =
  /^(收费|财务|发票|专|用|章|业务)+$|^[^()]{0,2}(收费|财务|发票|业务)?(专用章?|用章)\)?$/;

/** Where the last word of a hospital's name ends in a text; 0 where none stands in it. */
export function lastWordEnd(text: string): number {
  const last = [...text.matchAll(LAST_WORD)].pop();
  return last ? last.index + last[0].length : 0;
}

/** How much of a text is a hospital's name when what a stamp left behind it is taken off; the whole where nothing is. */
export function hospitalEnd(text: string, sure: readonly number[]): number {
  const end = lastWordEnd(text);
  if (end < 4) return text.length;
  const rest = text.slice(end);
  // Stops and brackets that close nothing are the edge of a stamp.
  if (/^[^\u4e00-\u9fff\dA-Za-z()]+$/.test(rest)) return end;
  if (rest.startsWith(')')) return text.slice(0, end).includes('(') ? text.length : end;
  const isNoise = rest.length <= 2 && sure.slice(end, text.length).every((one) => one < 0.8);
  return STAMP_REST.test(rest) || isNoise ? end : text.length;
}

/** Whether this is the whole name of a place that treats people: one that was cut short lacks its end. */
export function isHospitalName(text: string): boolean {
  const isPlain = /^[^()]+(\([^()]+\)[^()]*)?$/.test(text);
  // A number of a hospital stands behind 第, and 属 behind 附, 直 or 所: without one of them, a character was not read.
  const lacksSign =
    /第(?![一二三四五六七八九十百\d])|[省市县区学][一二三四五六七八九十](人民)?医院|[^附直所]属/.test(
      text,
    );
  return (
    isPlain &&
    !lacksSign &&
    /^[\u4e00-\u9fff()·\dA-Za-z]{4,40}$/.test(text) &&
    HOSPITAL_END.test(text)
  );
}
