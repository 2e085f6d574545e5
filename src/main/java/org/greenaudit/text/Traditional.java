package org.greenaudit.text;

/**
 * Traditional characters that names of goods use, and the simplified ones that stand for them. Only characters that have one
 * simplified form are here.
 */
public final class Traditional {

    private static final String FROM = "乾個備傢傳儀億兩凍劑務員單噴圖塗墊壓學實專對導層帶幾廁廚廳張復應掃採擴攝數書東條業樓標樣機檔檢檯櫃歲氣淨測溝溫滅滾滿漢潔潤濃濕濟濾無熱燈燒燙"
            + "營爐爾牀牆狀獎獨獸現瑪環產畫異當痠療癢發皺盜盞監盤盧睏矯碼磚礎礦祕禮種稱穀穩窩竄競筆節篩簡簾籃籠粧糧約紅納純紗紙級紡紮細終組結絡給統絲綁經綠"
            + "維網緊線編緩練縮織繩繪續纖纜罰罷羅習聖聯聲職聽肅腦腫腳膠臉臺與興舊艙莊華萬葉蓋蓮薦藍藝藥蘇蘋蘭處虛號螢蟲裏裝製複褲襯見規視覺觀觸訂計訊訓託記"
            + "設許診評詢試話該詳認語誤說課調請論講議護讀變讓豐貓貝財貨買費貼貿資賣質購賽贈贊趕跡踐車軌軍軟軸載輔輕輪輯輸轉轎辦農這連週進遊運過達違遙遠適選"
            + "還邊鄉醫醬釀釋釘針鈕鈣鈦鉛鉤銀銅鋁鋒鋪鋰鋼錄錢錫錯錶鍋鍍鍛鍵鎂鎖鎮鏈鏡鐘鐵鑄鑽長門閃閉開閥閱闆關陣陰陳陸陽隊階際隨險雙雜雞離難雲電霧靈靜韌響"
            + "頁頂項順須預領頭頻題額顏願類顧顯風總態飛飯飲飾養館餵馬駕驅驗髒體鬆魚魯鮮鳥鴨鴻麗麥麵黃點黨齊齋齒齡龍龜";
    private static final String TO = "干个备家传仪亿两冻剂务员单喷图涂垫压学实专对导层带几厕厨厅张复应扫采扩摄数书东条业楼标样机档检台柜岁气净测沟温灭滚满汉洁润浓湿济滤无热灯烧烫"
            + "营炉尔床墙状奖独兽现玛环产画异当酸疗痒发皱盗盏监盘卢困矫码砖础矿秘礼种称谷稳窝窜竞笔节筛简帘篮笼妆粮约红纳纯纱纸级纺扎细终组结络给统丝绑经绿"
            + "维网紧线编缓练缩织绳绘续纤缆罚罢罗习圣联声职听肃脑肿脚胶脸台与兴旧舱庄华万叶盖莲荐蓝艺药苏苹兰处虚号荧虫里装制复裤衬见规视觉观触订计讯训托记"
            + "设许诊评询试话该详认语误说课调请论讲议护读变让丰猫贝财货买费贴贸资卖质购赛赠赞赶迹践车轨军软轴载辅轻轮辑输转轿办农这连周进游运过达违遥远适选"
            + "还边乡医酱酿释钉针钮钙钛铅钩银铜铝锋铺锂钢录钱锡错表锅镀锻键镁锁镇链镜钟铁铸钻长门闪闭开阀阅板关阵阴陈陆阳队阶际随险双杂鸡离难云电雾灵静韧响"
            + "页顶项顺须预领头频题额颜愿类顾显风总态飞饭饮饰养馆喂马驾驱验脏体松鱼鲁鲜鸟鸭鸿丽麦面黄点党齐斋齿龄龙龟";

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = table();

    private Traditional() {}

    /** The simplified character of a traditional one; every other character as it is. */
    static char simplified(char c) {
        return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
    }

    /** A text in simplified characters. */
    public static String simplified(String text) {
        char[] simplified = text.toCharArray();
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = simplified(simplified[i]);
        }
        return new String(simplified);
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        for (int i = 0; i < FROM.length(); i++) {
            table[FROM.charAt(i) - FIRST] = TO.charAt(i);
        }
        return table;
    }
}
