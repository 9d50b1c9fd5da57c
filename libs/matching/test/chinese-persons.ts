export const CHINESE_PERSONS = `
different: 张伟 | 张伟
different: 王小明 | 王小明
different: 张伟 | 张炜
different: 张伟 ; tel 13800138000 | 张炜 ; tel 13800138000
different: 李娜 | 李娜 ; tel 13800138000
same: 张伟 ; tel 13800138000 | 张伟 ; tel +86 138 0013 8000
same: 張偉 ; tel 138-0013-8000 | 张伟 ; tel 13800138000
same: 张伟 ; tel 13800138000 | Zhang Wei ; tel +8613800138000
same: 张伟 ; tel 13800138000 | Wei Zhang ; tel 138 0013 8000
same: 王小明 ; tel 13800138001 | Xiaoming Wang ; tel 13800138001
same: 王小明 ; tel 13800138001 | WANG Xiao-Ming ; tel 13800138001
same: 欧阳娜娜 ; mail nana@qq.com | Nana Ouyang ; mail NANA@qq.com
same: 单雄信 ; tel 13800138009 | Shan Xiongxin ; tel 13800138009
same: 王小明先生 ; tel 13800138001 | 王小明 ; tel 13800138001
same: 王 小 明 ; mail xm.wang@163.com | 王小明 ; mail xm.wang@163.com
same: 陈静怡 ; tax 31010119900501001X | 陳靜怡 ; tax 31010119900501001x
probable: 陈静怡 ; tax cn-id:31010119900501001X | 陈静宜 ; tax 31010119900501001X ; tel 13611112222 ; mail cjy@163.com ; born 1990-05-01
same: 刘志强 ; tax 110105491231002 | 刘志强 ; tax 11010519491231002X
same: 王小明 ; born 1988-03-12 ; tel 13800138001 | 王小明 ; born 1988-03-12 ; tel 13900139001
same: 司马相如 ; born 1979-08-08 | 司馬相如 ; born 1979-08-08
probable: 张伟 ; born 1990-05-01 | 张伟 ; born 1990-05-01
probable: 张伟 ; at 人民路100号3栋502室, 上海 | 张伟 ; at 上海市黄浦区人民路100号3栋502室
probable: 王小明 ; at 中山大道西100号, 广州 | 王小明 ; at 广州市天河区中山大道西100号
probable: 王小明 ; at 建设路8号, 洛阳 | Wang Xiaoming ; at 8 Jianshe Road, Luoyang
same: 李秀英 ; tel 13511112222 ; at 解放路5号, 西安 | 李秀英 ; tel 13511112222 ; at 西安市解放路5号
different: 王建国 ; tel 021-61234567 ; at 人民路100号502室, 上海 | 王小明 ; tel 021-61234567 ; at 人民路100号502室, 上海
different: 王建国 ; tel 021-61234567 | 李秀英 ; tel 021-61234567
different: 王建国 ; mail home@qq.com ; at 人民路100号502室, 上海 | 李秀英 ; mail home@qq.com ; at 人民路100号502室, 上海
different: 王大双 ; born 2001-06-01 ; tel 13911112222 ; at 新华街1号, 保定 | 王小双 ; born 2001-06-01 ; tel 13911112222 ; at 新华街1号, 保定
different: 张伟 ; born 1990-05-01 ; tel 13800138000 | 张伟 ; born 1972-11-23 ; tel 13800138000
different: 张伟 ; tax 31010119900501001X ; tel 13800138000 | 张伟 ; tax 11010519491231002X ; tel 13800138000
different: 王伟 ; at 人民路100号501室, 上海 | 王伟 ; at 人民路100号502室, 上海
different: 张伟 ; mail zhangwei@qq.com | 张伟 ; mail zw1990@qq.com
different: 陈静 ; tel 13800138002 | 陈晶 ; tel 13800138003
different: 李娜 ; mail lina@example.cn | 李纳 ; mail lina@sina.cn
probable: 张伟 ; born 1990-05-01 ; tel 13800138000 | 张伟 ; born 1990-01-05 ; tel 13800138000
probable: 张伟 ; born 1990-05-01 ; tel 13800138000 ; mail zw@qq.com ; at 中华路7号, 南京 | 张炜 ; born 1990-05-01 ; tel 13800138000 ; mail zw@qq.com ; at 中华路7号, 南京
same: 阿依古丽 ; tel 13999990000 | 阿依古麗 ; tel 139 9999 0000
same: 吕布 ; tel 13711110000 | Lü Bu ; tel 13711110000
same: 诸葛亮 ; tel 13711110001 | 諸葛亮 ; tel 13711110001
`;
