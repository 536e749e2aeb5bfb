-- The figures that are counted from the registries of standardization.

alter table live_figure drop constraint live_figure_source_check;
alter table live_figure add constraint live_figure_source_check
  check (source in ('LISTING', 'DECLARATION', 'STANDARD', 'REGISTRY', 'INSPECTION'));
alter table live_record drop constraint live_record_source_check;
alter table live_record add constraint live_record_source_check
  check (source in ('LISTING', 'DECLARATION', 'STANDARD', 'REGISTRY', 'INSPECTION'));

insert into live_figure (code, name_zh, name_en, measure, source) values
  ('STD_AGRI_BASE_NATL', '国家级农业(林业、海洋渔业、畜牧业)标准化生产基地', 'National agricultural standardized production bases', 'COUNT', 'REGISTRY'),
  ('STD_AGRI_BASE_PROV', '省级农业(林业、海洋渔业、畜牧业)标准化生产基地', 'Provincial agricultural standardized production bases', 'COUNT', 'REGISTRY'),
  ('STD_AGRI_DEMO_NATL', '国家级农业标准化示范区', 'National agricultural standardization demonstration zones', 'COUNT', 'REGISTRY'),
  ('STD_GOOD_AA', 'AA级标准化良好行为企业', 'AA good-standardization-practice enterprises', 'COUNT', 'REGISTRY'),
  ('STD_GOOD_AAA', 'AAA级标准化良好行为企业', 'AAA good-standardization-practice enterprises', 'COUNT', 'REGISTRY'),
  ('STD_GOOD_AAAA', 'AAAA级标准化良好行为企业', 'AAAA good-standardization-practice enterprises', 'COUNT', 'REGISTRY'),
  ('STD_GOOD_TOTAL_Q', '标准化良好行为企业(质量规划口径)', 'Good-practice enterprises (quality plan)', 'COUNT', 'REGISTRY'),
  ('STD_GOOD_TOTAL_S', '标准化良好行为企业(标准化规划口径)', 'Good-practice enterprises (standardization plan)', 'COUNT', 'REGISTRY'),
  ('STD_PILOT_ALL', '国家和省级标准化示范、试点项目', 'National and provincial standardization pilots/demonstrations', 'COUNT', 'REGISTRY'),
  ('STD_PILOT_RURAL', '国家和省级农业标准化、美丽乡村、新型城镇化标准化试点项目', 'Agricultural/rural/urbanization standardization pilots', 'COUNT', 'REGISTRY'),
  ('STD_PILOT_SRV_SOC', '现代服务业、社会管理和公共服务标准化试点项目', 'Service and public-administration standardization pilots', 'COUNT', 'REGISTRY'),
  ('STD_SRV_DEMO_ACTIVE', '开展山东省服务标准化示范单位创建活动的单位', 'Units taking part in provincial service demonstration creation', 'COUNT', 'REGISTRY'),
  ('STD_SRV_DEMO_PROV', '省级服务标准化示范单位', 'Provincial service standardization demonstration units', 'COUNT', 'REGISTRY'),
  ('STD_SRV_PILOT_NATL', '国家级服务标准化试点项目', 'National service standardization pilots', 'COUNT', 'REGISTRY'),
  ('STD_TC_CITY', '市级专业标准化技术委员会', 'Municipal specialised technical committees', 'COUNT', 'REGISTRY'),
  ('STD_TC_MEMBER', '承担或加入各类标准化技术委员会', 'Standardization technical committees held or joined', 'COUNT', 'REGISTRY'),
  ('STD_TECH_ALLIANCE', '市级技术标准联盟', 'Municipal technical standard alliances', 'COUNT', 'REGISTRY');
