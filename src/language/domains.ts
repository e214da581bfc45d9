import { lookup } from './lookup.js';

/** Top-level domains of countries that outlets of the country use: domain → ISO 3166 alpha-2. Those sold to all are left out. */
export const COUNTRY_DOMAINS: Readonly<Record<string, string>> = lookup({
  ...Object.fromEntries(
    'ae af al am ar at au az ba bd be bg bh bo br by ca ch cl cn cr cu cy cz de dk do dz ec ee eg es et fi fr ge gh gr gt hk hn hr hu id ie il in iq ir is it jm jo jp ke kg kh kr kw kz lb lk lt lu lv ma md mk mm mt mx my mz na ng ni nl no np nz om pa pe ph pk pl ps pt py qa ro rs ru rw sa sd se sg si sk sn sv sy th tn tr tt tw tz ua ug uy uz ve vn ye za zm zw'
      .split(' ')
      .map((domain) => [domain, domain.toUpperCase()]),
  ),
  uk: 'GB',
  scot: 'GB',
  wales: 'GB',
});
