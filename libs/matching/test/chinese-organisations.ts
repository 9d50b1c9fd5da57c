export const CHINESE_ORGANISATIONS = `
probable: 华为技术有限公司 | 华为技术有限公司
probable: 华为技术有限公司 | 深圳市华为技术有限公司
probable: 華為技術有限公司 | 华为技术有限公司
probable: 华为技术（深圳）有限公司 | 深圳华为技术有限公司
probable: 华为技术有限责任公司 | 华为技术有限公司
probable: 上海宝钢贸易有限公司 | 上海市宝钢贸易有限责任公司
probable: 北京小米科技有限责任公司 | 小米科技
probable: 臺灣積體電路製造股份有限公司 | 台湾积体电路制造股份有限公司
probable: 海尔智家股份有限公司 | 青岛海尔智家股份有限公司
probable: ＴＣＬ科技集团股份有限公司 | TCL科技集团股份有限公司
probable: 中国石油化工 | 中国石油化工股份有限公司
same: 华为技术有限公司 ; tel 0755-28780808 | 深圳市华为技术有限公司 ; tel +86 755 2878 0808
same: 华为技术有限公司 ; mail info@huawei.com | Huawei Technologies Co., Ltd. ; site https://www.huawei.com
same: 华为技术有限公司 ; tel 0755-28780808 | Huawei Technologies Co Ltd ; tel +86 755 28780808
same: Haier Group ; mail contact@haier.com | 海尔集团 ; mail sales@haier.com
same: 小米科技有限责任公司 ; tel 010-69630728 | 北京小米科技有限公司 ; tel (010)6963-0728
same: 鸿海精密工业股份有限公司 ; site foxconn.com | 鴻海精密工業股份有限公司 ; mail ir@foxconn.com
same: 上海晨光文具股份有限公司 ; at 上海市奉贤区金钱公路3469号 | 晨光文具股份有限公司 ; at 金钱公路3469号, 上海
same: 苏州恒力化纤有限公司 ; at 江苏省苏州市吴江区盛泽镇南麻工业区恒力路1号 | 苏州恒力化纤有限公司 ; at 恒力路1号, 苏州市
same: 宁波方太厨具有限公司 ; code 91350100M000100Y43 | 方太厨具 ; tax 91350100M000100Y43
same: 宁波方太厨具有限公司 ; code 91350100M000100Y43 | 寧波方太廚具有限公司 ; code 91350100-M000100Y4-3
same: 杭州娃哈哈集团有限公司 ; code 91350100M000101060 | 娃哈哈 ; code cn-org:M00010106
same: 广州立白企业集团有限公司 ; licence 440101000012345 | 立白企业集团有限公司 ; licence 440101000012345
same: 成都新希望乳业有限公司 ; tel 028-86748930-8012 | 新希望乳业有限公司 ; tel 028 86748930
same: 青岛啤酒股份有限公司 ; mail info@tsingtao.com.cn | 青岛啤酒 ; mail sales@tsingtao.com.cn
same: 大连万达商业管理有限公司 ; tel 0411-82888888 ; mail hr@wanda.cn | 万达商业管理有限公司 ; mail info@wanda.cn
same: 长沙三一重工股份有限公司 ; person 13873100001, li@sany.com.cn | 三一重工股份有限公司 ; person 138 7310 0001
same: 东莞市永兴电子有限公司 ; tel 0769-22334455 | 东莞市永兴电子有限公 ; tel 0769-22334455
same: 厦门金龙联合汽车工业有限公司 ; tel 0592-6371234 | 厦门金龍聯合汽車工業有限公司 ; tel 0592 6371234
same: 浙江吉利控股集团有限公司 ; tel 0571-28098888 | 吉利控股集团 ; tel +86-571-28098888
probable: 深圳市腾讯计算机系统有限公司 ; mail a@tencent.com | 腾讯 ; mail b@tencent.com
probable: 佛山市美的集团 ; mail a@midea.com | 美的 ; mail b@midea.com
probable: 珠海格力电器股份有限公司 ; tel 0756-8522218 | 格力电器有限公司 ; code 91310000MA1FL0XX09 ; tel 0756-8522218 ; licence 440400000000001
different: 华为技术有限公司 | 华威技术有限公司
different: 北京华联超市有限公司 | 上海华联超市有限公司
different: 北京银行股份有限公司 | 上海银行股份有限公司
different: 北京银行 ; tel 95526 | 南京银行 ; tel 95302
different: 中国工商银行北京市分行 | 中国工商银行上海市分行
different: 中国工商银行股份有限公司北京海淀支行 ; tel 95588 ; mail a@icbc.com.cn | 中国工商银行股份有限公司北京西单支行 ; tel 95588 ; mail b@icbc.com.cn
different: 中国工商银行股份有限公司 ; mail a@icbc.com.cn | 中国工商银行股份有限公司杭州分行 ; mail b@icbc.com.cn
different: 永辉超市第一分店 ; tel 4000601933 | 永辉超市第二分店 ; tel 4000601933
different: 顺丰速运有限公司武汉分公司 ; site sf-express.com | 顺丰速运有限公司长沙分公司 ; site sf-express.com
different: 华润置地（上海）有限公司 ; mail a@crland.com.hk | 华润置地（北京）有限公司 ; mail b@crland.com.hk
different: 上海永兴贸易有限公司 | 上海永兴电子有限公司
different: 恒大地产有限公司 ; code 91350100M000100Y43 ; tel 020-88883333 | 恒大地产有限公司 ; code 91310000MA1FL0XX09 ; tel 020-88883333
different: 宏图商贸有限公司 ; at 人民路10号, 济南 | 宏图商贸有限公司 ; at 人民路10号, 郑州
different: 东方物流有限公司 ; at 南京西路1266号恒隆广场28楼, 上海 | 天虹咨询有限公司 ; at 南京西路1266号恒隆广场28楼, 上海
different: 张家港保税区大明贸易 ; mail daming@qq.com | 无锡宏发贸易 ; mail hongfa@qq.com
different: 科达机电股份有限公司 ; tel 0757-23833869 | 德力电机股份有限公司 ; tel 0757-23833869
different: 中国移动 | 中国联通
different: 上海大学 | 上海交通大学
probable: 天津天士力制药股份有限公司 ; tel 022-26736699 | 天津天士力制药有限公司 ; tel 022-26736699 ; mail a@tasly.com
same: 重庆长安汽车股份有限公司 ; tel 023-67591249 ; site changan.com.cn | 长安汽车股份有限公司 ; mail ir@changan.com.cn
same: 安徽海螺水泥股份有限公司 ; at 安徽省芜湖市镜湖区文化路39号, 芜湖 | 海螺水泥股份有限公司 ; at 文化路三十九号, 芜湖市
same: 福建七匹狼实业股份有限公司 ; tel 0595-85337739 | 福建七匹郎实业股份有限公司 ; tel 0595-85337739
probable: 北京 小米 科技有限责任公司 | 北京小米科技有限责任公司
probable: 宁波市鄞州区大华五金厂 | 宁波鄞州大华五金厂
different: 宁波市鄞州区大华五金厂 | 宁波市镇海区大华五金厂
different: 大华五金厂 | 大华塑料厂
different: 阿里巴巴（中国）有限公司 | 阿里巴巴（香港）有限公司
different: 苏州一中 | 苏州二中
`;
