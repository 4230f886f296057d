"""Papers written for the tests, paragraph by paragraph with the roles they should get."""

from desktop_app.core.document.paragraph import Role

Lines = tuple[tuple[Role, str], ...]

SPEECH: Lines = (
    (Role.TITLE, "在全市青年工作会议上的讲话"),
    (Role.BYLINE, "（2025年4月28日）"),
    (Role.SALUTATION, "同志们、青年朋友们："),
    (Role.BODY, "今天，我们召开全市青年工作会议，总结去年工作，部署今年任务。"),
    (Role.HEADING_1, "一、认清形势，增强做好青年工作的责任感"),
    (Role.BODY, "青年是城市的未来。做好青年工作，意义重大。"),
    (Role.HEADING_2, "（一）服务大局有新成效"),
    (Role.BODY, "一年来，全市青年踊跃投身重点工程建设。"),
    (Role.HEADING_1, "二、突出重点，推动青年工作再上台阶"),
    (Role.BODY, "同志们！蓝图已经绘就，让我们携手奋进。"),
    (Role.BODY, "谢谢大家！"),
)

REPORT: Lines = (
    (Role.TITLE, "区政府办公室2024年工作总结"),
    (Role.BODY, "2024年，区政府办公室围绕中心、服务大局，各项工作取得新进展。"),
    (Role.HEADING_1, "一、2024年工作回顾"),
    (Role.HEADING_2, "（一）抓好文稿服务。全年起草各类文稿三百余篇，参与调研二十次。"),
    (Role.HEADING_2, "（二）抓好督查落实。对重点事项逐月通报。"),
    (Role.HEADING_3, "1.完善机制。建立台账，销号管理。"),
    (Role.HEADING_3, "2.强化通报。每月通报一次。"),
    (Role.HEADING_4, "（1）内容要实。只报实情。"),
    (Role.HEADING_1, "二、存在问题"),
    (Role.BODY, "一是调研不够深入。二是信息报送质量不高。"),
    (Role.HEADING_1, "三、下一步打算"),
    (Role.BODY, "继续提升服务水平。"),
)

NOTICE: Lines = (
    (Role.TITLE, "市政府办公室关于开展"),
    (Role.TITLE, "公共场所消防安全检查的通知"),
    (Role.BYLINE, "临政办发〔2025〕12号"),
    (Role.SALUTATION, "各县（市、区）人民政府，市政府各部门："),
    (Role.BODY, "为进一步做好消防安全工作，现就有关事项通知如下。"),
    (Role.HEADING_1, "一、检查范围"),
    (Role.BODY, "检查范围包括下列场所："),
    (Role.BODY, "商场、宾馆、医院和学校。"),
    (Role.HEADING_1, "二、工作要求"),
    (Role.BODY, "各单位要高度重视，认真落实。"),
    (Role.ATTACHMENT, "附件：检查情况统计表"),
    (Role.SIGNATURE, "临江市人民政府办公室"),
    (Role.DATE, "2025年5月6日"),
)

REGULATION: Lines = (
    (Role.TITLE, "临江市公共停车场管理办法"),
    (Role.BYLINE, "（2024年3月1日市政府第20次常务会议通过）"),
    (Role.HEADING_1, "第一章　总则"),
    (Role.BODY, "第一条　为了加强公共停车场管理，方便群众出行，制定本办法。"),
    (Role.BODY, "第二条　本办法适用于本市行政区域内公共停车场的规划、建设和管理。"),
    (Role.HEADING_1, "第二章　规划与建设"),
    (Role.BODY, "第三条　建设公共停车场应当符合下列条件："),
    (Role.BODY, "（一）符合城市规划；"),
    (Role.BODY, "（二）符合消防安全标准；"),
    (Role.BODY, "（三）设置无障碍设施。"),
    (Role.HEADING_1, "第三章　附则"),
    (Role.BODY, "第四条　本办法自2024年5月1日起施行。"),
)

LETTER: Lines = (
    (Role.TITLE, "关于商请支持活动场地的函"),
    (Role.SALUTATION, "市体育局："),
    (Role.BODY, "为丰富职工文化生活，我会拟举办职工运动会，请贵局支持场地。"),
    (Role.BODY, "特此致函。"),
    (Role.SIGNATURE, "临江市总工会"),
    (Role.DATE, "二〇二五年六月十日"),
)

PAPERS = {
    "speech": SPEECH,
    "report": REPORT,
    "notice": NOTICE,
    "regulation": REGULATION,
    "letter": LETTER,
}
