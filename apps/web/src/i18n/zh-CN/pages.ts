export default {
  contents: '本页内容',
  retention: '记录什么、保存多久',
  version: '第{{version}}版，发布日期：',
  body: {
    title: '颁证机构',
    none: '尚未提供联系地址',
    noneText: '本平台的运营者还没有填写联系地址。请先询问为您报名的机构，或考点的工作人员。',
  },
} as const;
