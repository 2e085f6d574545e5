package org.greenaudit.portal;

import com.samskivert.mustache.Mustache;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.greenaudit.check.FeedCheck;
import org.greenaudit.job.AuditConfiguration;
import org.greenaudit.job.AuditService;
import org.greenaudit.job.config.SourceFactory;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.metrics.PublishedJobs;
import org.greenaudit.metrics.PublishedMetrics;
import org.greenaudit.portal.access.AccessGate;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.SecurityConfiguration;
import org.greenaudit.portal.api.ApiConfiguration;
import org.greenaudit.portal.api.ApiParameters;
import org.greenaudit.portal.desk.ApiPath;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.AuditDoor;
import org.greenaudit.portal.desk.DecisionDoor;
import org.greenaudit.portal.desk.Downloads;
import org.greenaudit.portal.desk.JobFindings;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.night.NightStore;
import org.greenaudit.portal.night.Nights;
import org.greenaudit.portal.upload.UploadChecks;
import org.greenaudit.portal.upload.UploadShelf;
import org.greenaudit.portal.upload.Uploads;
import org.greenaudit.store.Stores;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The server: what audits need, the pages, and who may see them. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        // connections to a broker are a job's own
        exclude = {UserDetailsServiceAutoConfiguration.class, ArtemisAutoConfiguration.class, JmsAutoConfiguration.class
        })
@ComponentScan(PortalConfiguration.ROOMS)
@Import({
    AuditConfiguration.class,
    SecurityConfiguration.class,
    OverviewPage.class,
    RunPages.class,
    FindingListPage.class,
    FindingPage.class,
    QuestionPages.class,
    UnitPages.class,
    NoticePage.class,
    DecisionPages.class,
    AccountPages.class,
    UploadPages.class,
    ErrorPage.class,
    ApiConfiguration.class
})
public class PortalConfiguration {

    /** The job files of the server. */
    public static final String JOBS = "greenaudit.serve.jobs";

    /** Pages that stand in a package of their own, which uses this one. */
    static final String ROOMS = "org.greenaudit.portal.catalog";

    private static final List<String> TEMPLATES = List.of("/templates/portal/", "/templates/report/");

    @Bean
    ServedJobs servedJobs(Environment environment, Clock clock) {
        List<Path> files =
                Binder.get(environment).bind(JOBS, Bindable.listOf(Path.class)).get();
        return new ServedJobs(files, clock);
    }

    @Bean
    PortalAddress portalAddress(Environment environment) {
        return new PortalAddress(environment);
    }

    @Bean
    RunViews runViews(ServedJobs jobs, Stores stores, @Value("${greenaudit.data-dir}") Path data) {
        return new RunViews(jobs, stores, data);
    }

    @Bean
    JobFindings jobFindings(ServedJobs jobs, Stores stores, @Value("${greenaudit.data-dir}") Path data) {
        return new JobFindings(jobs, stores, data);
    }

    @Bean
    AuditDesk auditDesk(ServedJobs jobs, AuditService audits, JobFindings findings, Clock clock) {
        return new AuditDesk(jobs, audits, findings, clock);
    }

    @Bean
    AuditDoor auditDoor(AuditDesk desk, AccessLog log, Clock clock) {
        return new AuditDoor(desk, log, clock);
    }

    @Bean
    DecisionDoor decisionDoor(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log, Clock clock) {
        return new DecisionDoor(jobs, runs, findings, log, clock);
    }

    @Bean
    Downloads downloads(ServedJobs jobs, RunViews runs, JobFindings findings, AccessLog log) {
        return new Downloads(jobs, runs, findings, log);
    }

    @Bean
    LastRunHealth lastRun(ServedJobs jobs, RunViews runs, Nights nights, Clock clock) {
        return new LastRunHealth(jobs, runs, nights, clock);
    }

    @Bean
    Uploads uploads(
            @Value("${greenaudit.data-dir}") Path data,
            @Value("${greenaudit.serve.upload-limit}") DataSize limit,
            Clock clock)
            throws IOException {
        return new Uploads(data, limit, clock.instant());
    }

    @Bean
    UploadShelf uploadShelf(@Value("${greenaudit.data-dir}") Path data) throws IOException {
        return new UploadShelf(data, AuditConfiguration.ZONE);
    }

    @Bean
    UploadChecks uploadChecks(
            ServedJobs jobs,
            @Value("${greenaudit.data-dir}") Path data,
            @Value("${greenaudit.database.retry-seconds}") long retrySeconds) {
        SourceFactory sources = new SourceFactory(data, retrySeconds);
        return new UploadChecks(upload -> {
            if (!jobs.names().contains(upload.base())) {
                throw new UsageException(Text.of("portal.upload.base-gone"));
            }
            return FeedCheck.of(jobs.settings(upload.base(), upload.file()), jobs.catalog(upload.base()), sources);
        });
    }

    @Bean
    AdHocAudits adHocAudits(ServedJobs jobs, UploadShelf shelf, AuditDesk desk, Stores stores) {
        return new AdHocAudits(jobs, shelf, desk, stores.runs());
    }

    /** An ad-hoc audit is no night: no series begins with it. */
    @Bean
    PublishedJobs publishedJobs(ServedJobs jobs) {
        return job -> !jobs.isAdHoc(job);
    }

    @Bean
    MultipartConfigElement multipart(Uploads uploads) {
        return uploads.multipart();
    }

    @Bean
    AssessedUnits assessedUnits(Stores stores) {
        return new AssessedUnits(stores);
    }

    @Bean
    Nights nights(ServedJobs jobs, AuditDesk desk, DataSource dataSource, Clock clock) {
        return new Nights(jobs.scheduled(), new NightStore(dataSource), desk::night, clock, Nights.GLANCE);
    }

    /** The audits' figures beside those of the process, at the address that Prometheus scrapes. */
    @Bean
    PrometheusRegistry prometheusRegistry(PublishedMetrics published) {
        PrometheusRegistry registry = new PrometheusRegistry();
        registry.register(published);
        return registry;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageCookie();
    }

    /** The pages' own templates, and the parts that they share with reports. */
    @Bean
    Mustache.Compiler mustacheCompiler() {
        return Mustache.compiler().escapeHTML(true).strictSections(true).withLoader(name -> {
            for (String folder : TEMPLATES) {
                InputStream in = PortalConfiguration.class.getResourceAsStream(folder + name + ".mustache");
                if (in != null) {
                    return new InputStreamReader(in, StandardCharsets.UTF_8);
                }
            }
            throw new IllegalArgumentException("the program lacks the template " + name);
        });
    }

    @Bean
    WebMvcConfigurer pages(AccessGate gate, ApiParameters parameters) {
        PageFrame frame = new PageFrame();
        LocaleChangeInterceptor language = new LocaleChangeInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws ServletException {
                // a program says with each request which language it accepts
                return ApiPath.leads(request) || super.preHandle(request, response, handler);
            }
        };
        language.setParamName(PageFrame.LANGUAGE);
        language.setIgnoreInvalidLocale(true);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
                registry.addInterceptor(parameters);
                registry.addInterceptor(language);
                registry.addInterceptor(frame);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(frame);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/assets/");
            }
        };
    }
}
